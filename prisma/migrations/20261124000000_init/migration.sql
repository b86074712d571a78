-- The whole model of the first release. The first part is what Prisma derives from prisma/models;
-- the second part (from 'Beyond the models' on) is written by hand, since the models cannot say it.


-- CreateTable
CREATE TABLE "alert" (
    "id" BIGINT NOT NULL,
    "firewall_id" INTEGER NOT NULL,
    "incident_id" BIGINT,
    "link_key" TEXT,
    "link_value" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL,
    "time_source" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "transport" TEXT NOT NULL,
    "sender" INET,
    "subtype" TEXT NOT NULL,
    "severity" SMALLINT NOT NULL,
    "threat_id" BIGINT,
    "threat_name" TEXT NOT NULL,
    "threat_category" TEXT,
    "action" TEXT NOT NULL,
    "blocked" BOOLEAN NOT NULL,
    "src_ip" INET,
    "dst_ip" INET,
    "src_port" INTEGER,
    "dst_port" INTEGER,
    "src_user" TEXT,
    "dst_user" TEXT,
    "src_location" TEXT,
    "dst_location" TEXT,
    "src_zone" TEXT,
    "dst_zone" TEXT,
    "attacker_side" TEXT,
    "victim_side" TEXT,
    "command_control" BOOLEAN NOT NULL,
    "direction" TEXT,
    "app" TEXT,
    "rule" TEXT,
    "vsys" TEXT,
    "category" TEXT,
    "url" TEXT,
    "domain" TEXT,
    "file_name" TEXT,
    "file_type" TEXT,
    "file_digest" TEXT,
    "verdict" TEXT,
    "report_id" TEXT,
    "mail_sender" TEXT,
    "mail_subject" TEXT,
    "mail_recipient" TEXT,
    "session_id" BIGINT,
    "sequence" DECIMAL,
    "repeat_count" INTEGER NOT NULL DEFAULT 1,
    "truncated" BOOLEAN NOT NULL DEFAULT false,
    "field_count" SMALLINT NOT NULL,
    "dedup_key" BIGINT,
    "raw" TEXT NOT NULL,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ingest_batch" (
    "id" BIGSERIAL NOT NULL,
    "key" UUID NOT NULL,
    "first_alert_id" BIGINT,
    "last_alert_id" BIGINT,
    "committed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ingest_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "address" INET,
    "user_agent" TEXT,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setup_token" (
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setup_token_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "sign_in_failure" (
    "id" BIGSERIAL NOT NULL,
    "name_key" TEXT NOT NULL,
    "address" INET NOT NULL,
    "attempted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_failure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident" (
    "id" BIGSERIAL NOT NULL,
    "source_id" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'NEW',
    "severity" SMALLINT NOT NULL,
    "link_key" TEXT,
    "link_value" TEXT,
    "linking" BOOLEAN NOT NULL DEFAULT false,
    "first_alert_at" TIMESTAMPTZ(3) NOT NULL,
    "last_alert_at" TIMESTAMPTZ(3) NOT NULL,
    "alert_count" BIGINT NOT NULL DEFAULT 0,
    "event_count" BIGINT NOT NULL DEFAULT 0,
    "blocked_count" BIGINT NOT NULL DEFAULT 0,
    "allowed_count" BIGINT NOT NULL DEFAULT 0,
    "assignee_id" UUID,
    "close_summary" TEXT,
    "close_detail" TEXT,
    "closed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_activity" (
    "id" BIGSERIAL NOT NULL,
    "incident_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "user_id" UUID,
    "from_state" TEXT,
    "to_state" TEXT,
    "assignee_id" UUID,
    "summary" TEXT,
    "detail" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "incident_activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "link_events" BOOLEAN NOT NULL DEFAULT true,
    "link_keys" TEXT[],
    "link_window_seconds" INTEGER NOT NULL DEFAULT 86400,
    "wildfire_api_enabled" BOOLEAN NOT NULL DEFAULT false,
    "wildfire_api_key_sealed" TEXT,
    "incident_min_severity" SMALLINT NOT NULL DEFAULT 3,
    "incident_verdicts" TEXT[],
    "incident_blocked" BOOLEAN NOT NULL DEFAULT true,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "firewall" (
    "id" SERIAL NOT NULL,
    "source_id" INTEGER NOT NULL,
    "identity" TEXT NOT NULL,
    "serial" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "address" INET,
    "panos_version" TEXT,
    "field_count" INTEGER,
    "time_zone" TEXT,
    "address_order" TEXT NOT NULL DEFAULT 'AUTO',
    "first_alert_at" TIMESTAMPTZ(3),
    "last_alert_at" TIMESTAMPTZ(3),
    "last_line_at" TIMESTAMPTZ(3),
    "alert_count" BIGINT NOT NULL DEFAULT 0,
    "sequence_gaps" BIGINT NOT NULL DEFAULT 0,
    "sequence_missing" BIGINT NOT NULL DEFAULT 0,
    "clock_skew_ms" BIGINT,

    CONSTRAINT "firewall_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ingest_counter" (
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "firewall_id" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "count" BIGINT NOT NULL,

    CONSTRAINT "ingest_counter_pkey" PRIMARY KEY ("minute","firewall_id","outcome","detail")
);

-- CreateTable
CREATE TABLE "unreadable_line" (
    "id" BIGSERIAL NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "sender" INET,
    "transport" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "line" TEXT NOT NULL,

    CONSTRAINT "unreadable_line_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "alert_occurred_at_id_idx" ON "alert"("occurred_at", "id");

-- CreateIndex
CREATE INDEX "alert_src_ip_idx" ON "alert"("src_ip");

-- CreateIndex
CREATE INDEX "alert_dst_ip_idx" ON "alert"("dst_ip");

-- CreateIndex
CREATE UNIQUE INDEX "ingest_batch_key_key" ON "ingest_batch"("key");

-- CreateIndex
CREATE INDEX "ingest_batch_committed_at_idx" ON "ingest_batch"("committed_at");

-- CreateIndex
CREATE UNIQUE INDEX "user_name_key_key" ON "user"("name_key");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_hash_key" ON "session"("token_hash");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "sign_in_failure_name_key_attempted_at_idx" ON "sign_in_failure"("name_key", "attempted_at");

-- CreateIndex
CREATE INDEX "sign_in_failure_address_attempted_at_idx" ON "sign_in_failure"("address", "attempted_at");

-- CreateIndex
CREATE INDEX "incident_last_alert_at_id_idx" ON "incident"("last_alert_at", "id");

-- CreateIndex
CREATE INDEX "incident_activity_incident_id_id_idx" ON "incident_activity"("incident_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "source_type_key" ON "source"("type");

-- CreateIndex
CREATE UNIQUE INDEX "firewall_source_id_identity_key" ON "firewall"("source_id", "identity");

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident" ADD CONSTRAINT "incident_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_activity" ADD CONSTRAINT "incident_activity_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "firewall" ADD CONSTRAINT "firewall_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Beyond the models

-- Ingest reserves blocks of ids from it, so that a batch is one contiguous range.
CREATE SEQUENCE "alert_id_seq" AS BIGINT OWNED BY "alert"."id";

-- The same line delivered twice.
CREATE UNIQUE INDEX "alert_dedup_key_key" ON "alert"("dedup_key") WHERE "dedup_key" IS NOT NULL;
CREATE INDEX "alert_incident_id_id_idx" ON "alert"("incident_id", "id") WHERE "incident_id" IS NOT NULL;
-- Users are looked up whatever their case. Without the statistics the planner distrusts the index.
CREATE INDEX "alert_src_user_idx" ON "alert"(lower("src_user")) WHERE "src_user" IS NOT NULL;
CREATE STATISTICS "alert_src_user_stats" ON (lower("src_user")) FROM "alert";
CREATE INDEX "alert_dst_user_idx" ON "alert"(lower("dst_user")) WHERE "dst_user" IS NOT NULL;
CREATE STATISTICS "alert_dst_user_stats" ON (lower("dst_user")) FROM "alert";
CREATE INDEX "alert_file_digest_idx" ON "alert"("file_digest") WHERE "file_digest" IS NOT NULL;

-- At most one incident takes further alerts of a source, key and value, however many writers there are.
CREATE UNIQUE INDEX "incident_linking_key" ON "incident"("source_id", "link_key", "link_value") WHERE "linking";

-- Counters are updated by every batch: room for the new row version on the same page.
ALTER TABLE "incident" SET (fillfactor = 80);
ALTER TABLE "firewall" SET (fillfactor = 80);
ALTER TABLE "ingest_counter" SET (fillfactor = 80);

-- alert has no foreign keys: ingest copies rows in bulk and vouches for both ids.

ALTER TABLE "user" ADD CONSTRAINT "user_role_check" CHECK ("role" IN ('VIEWER', 'ANALYST', 'ADMINISTRATOR'));
ALTER TABLE "alert" ADD CONSTRAINT "alert_severity_check" CHECK ("severity" BETWEEN 0 AND 5);
ALTER TABLE "incident" ADD CONSTRAINT "incident_severity_check" CHECK ("severity" BETWEEN 0 AND 5);
ALTER TABLE "incident" ADD CONSTRAINT "incident_state_check" CHECK ("state" IN ('NEW', 'OPEN', 'ASSIGNED', 'CLOSED', 'IGNORED'));
-- What takes further alerts has a key and is active.
ALTER TABLE "incident" ADD CONSTRAINT "incident_linking_check"
  CHECK (NOT "linking" OR ("link_key" IS NOT NULL AND "link_value" IS NOT NULL AND "state" IN ('NEW', 'OPEN', 'ASSIGNED')));
ALTER TABLE "incident_activity" ADD CONSTRAINT "incident_activity_cause_check"
  CHECK ("cause" IN ('SYSTEM', 'USER') AND ("cause" = 'SYSTEM') = ("user_id" IS NULL));
ALTER TABLE "source" ADD CONSTRAINT "source_type_check" CHECK ("type" IN ('PALO_ALTO_NETWORKS'));
ALTER TABLE "source" ADD CONSTRAINT "source_incident_min_severity_check" CHECK ("incident_min_severity" BETWEEN 0 AND 5);
ALTER TABLE "source" ADD CONSTRAINT "source_link_window_seconds_check" CHECK ("link_window_seconds" > 0);
ALTER TABLE "firewall" ADD CONSTRAINT "firewall_address_order_check" CHECK ("address_order" IN ('AUTO', 'CONTENT', 'SESSION'));
