-- AlterTable
ALTER TABLE "incident" ADD COLUMN     "acknowledged_at" TIMESTAMPTZ(3),
ADD COLUMN     "attack_vector" TEXT,
ADD COLUMN     "classification" TEXT,
ADD COLUMN     "disposition" TEXT,
ADD COLUMN     "merged_into_id" BIGINT,
ADD COLUMN     "muted_alerts" BIGINT NOT NULL DEFAULT 0,
ADD COLUMN     "muted_until" TIMESTAMPTZ(3),
ADD COLUMN     "severity_set" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "team_id" INTEGER;

-- AlterTable
ALTER TABLE "incident_activity" ADD COLUMN     "facts" JSONB;

-- AlterTable
ALTER TABLE "source" ADD COLUMN     "token_hash" BYTEA;

-- CreateTable
CREATE TABLE "channel" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "target" TEXT NOT NULL,
    "secret_sealed" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "channel_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" BIGSERIAL NOT NULL,
    "channel_id" INTEGER NOT NULL,
    "dedup_key" TEXT NOT NULL,
    "notice" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PENDING',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "claimed_until" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "mode" TEXT NOT NULL DEFAULT 'OFF',
    "position" INTEGER NOT NULL,
    "stop_after_match" BOOLEAN NOT NULL DEFAULT false,
    "definition" JSONB NOT NULL,
    "max_entries_per_hour" INTEGER NOT NULL DEFAULT 100,
    "owner_id" UUID NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "stopped_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_version" (
    "rule_id" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "author_id" UUID,
    "return_of" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_version_pkey" PRIMARY KEY ("rule_id","version")
);

-- CreateTable
CREATE TABLE "rule_match" (
    "id" BIGSERIAL NOT NULL,
    "rule_id" INTEGER NOT NULL,
    "rule_version" INTEGER NOT NULL,
    "rule_name" TEXT NOT NULL,
    "alert_id" BIGINT NOT NULL,
    "incident_id" BIGINT,
    "state" TEXT NOT NULL,
    "matched" JSONB NOT NULL DEFAULT '[]',
    "outcomes" JSONB NOT NULL DEFAULT '[]',
    "due_at" TIMESTAMPTZ(3),
    "wait_until" TIMESTAMPTZ(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "claimed_until" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "rule_match_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_hour" (
    "rule_id" INTEGER NOT NULL,
    "hour" TIMESTAMPTZ(0) NOT NULL,
    "matches" INTEGER NOT NULL DEFAULT 0,
    "actions" INTEGER NOT NULL DEFAULT 0,
    "entries" INTEGER NOT NULL DEFAULT 0,
    "micros" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "rule_hour_pkey" PRIMARY KEY ("rule_id","hour")
);

-- CreateTable
CREATE TABLE "rule_preview" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "definition" JSONB NOT NULL,
    "from_time" TIMESTAMPTZ(3) NOT NULL,
    "to_time" TIMESTAMPTZ(3) NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'RUNNING',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "result" JSONB,
    "message" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "touched_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "rule_preview_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "team_member" (
    "team_id" INTEGER NOT NULL,
    "user_id" UUID NOT NULL,

    CONSTRAINT "team_member_pkey" PRIMARY KEY ("team_id","user_id")
);

-- CreateTable
CREATE TABLE "field_value" (
    "id" SERIAL NOT NULL,
    "field" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "retired" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "field_value_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "incident_task" (
    "id" BIGSERIAL NOT NULL,
    "incident_id" BIGINT NOT NULL,
    "title" TEXT NOT NULL,
    "assignee_id" UUID,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "incident_task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_move" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "from_incident_id" BIGINT NOT NULL,
    "to_incident_id" BIGINT NOT NULL,
    "alert_ids" BIGINT[],
    "before" JSONB NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_move_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "owner_id" UUID NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "search" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_job" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "action" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'RUNNING',
    "total" INTEGER NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "cancel_at" TIMESTAMPTZ(3),
    "request_key" TEXT,
    "claimed_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_item" (
    "job_id" UUID NOT NULL,
    "incident_id" BIGINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PENDING',
    "message" TEXT,
    "before" JSONB,

    CONSTRAINT "bulk_item_pkey" PRIMARY KEY ("job_id","incident_id")
);

-- CreateTable
CREATE TABLE "incident_viewer" (
    "incident_id" BIGINT NOT NULL,
    "user_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "incident_viewer_pkey" PRIMARY KEY ("incident_id","user_id")
);

-- CreateTable
CREATE TABLE "api_key" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "prefix" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),
    "last_address" INET,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_key_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "channel_name_key" ON "channel"("name");

-- CreateIndex
CREATE INDEX "delivery_channel_id_id_idx" ON "delivery"("channel_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "delivery_channel_id_dedup_key_key" ON "delivery"("channel_id", "dedup_key");

-- CreateIndex
CREATE UNIQUE INDEX "rule_name_key" ON "rule"("name");

-- CreateIndex
CREATE INDEX "rule_match_alert_id_idx" ON "rule_match"("alert_id");

-- CreateIndex
CREATE INDEX "rule_match_incident_id_id_idx" ON "rule_match"("incident_id", "id");

-- CreateIndex
CREATE INDEX "rule_match_rule_id_id_idx" ON "rule_match"("rule_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "rule_match_rule_id_alert_id_key" ON "rule_match"("rule_id", "alert_id");

-- CreateIndex
CREATE UNIQUE INDEX "team_name_key" ON "team"("name");

-- CreateIndex
CREATE INDEX "team_member_user_id_idx" ON "team_member"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "field_value_field_value_key" ON "field_value"("field", "value");

-- CreateIndex
CREATE INDEX "incident_task_incident_id_idx" ON "incident_task"("incident_id");

-- CreateIndex
CREATE INDEX "alert_move_from_incident_id_idx" ON "alert_move"("from_incident_id");

-- CreateIndex
CREATE INDEX "alert_move_to_incident_id_idx" ON "alert_move"("to_incident_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_owner_id_name_key" ON "saved_view"("owner_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_job_user_id_request_key_key" ON "bulk_job"("user_id", "request_key");

-- CreateIndex
CREATE UNIQUE INDEX "api_key_token_hash_key" ON "api_key"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "source_token_hash_key" ON "source"("token_hash");

-- AddForeignKey
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_channel_id_fkey" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_version" ADD CONSTRAINT "rule_version_rule_id_fkey" FOREIGN KEY ("rule_id") REFERENCES "rule"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "team_member" ADD CONSTRAINT "team_member_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "incident_task" ADD CONSTRAINT "incident_task_incident_id_fkey" FOREIGN KEY ("incident_id") REFERENCES "incident"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "bulk_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Beyond the models

-- What is due: record and job in one.
CREATE INDEX "rule_match_due_idx" ON "rule_match"("due_at") WHERE "due_at" IS NOT NULL;
CREATE INDEX "rule_match_approval_idx" ON "rule_match"("id") WHERE "state" = 'AWAITING_APPROVAL';
CREATE INDEX "rule_match_no_match_idx" ON "rule_match"("finished_at") WHERE "state" = 'NO_MATCH';
CREATE INDEX "delivery_due_idx" ON "delivery"("due_at") WHERE "due_at" IS NOT NULL;
CREATE INDEX "bulk_job_running_idx" ON "bulk_job"("created_at") WHERE "state" IN ('RUNNING', 'UNDOING');
CREATE INDEX "incident_muted_idx" ON "incident"("muted_until") WHERE "muted_until" IS NOT NULL;
CREATE INDEX "incident_merged_into_idx" ON "incident"("merged_into_id") WHERE "merged_into_id" IS NOT NULL;
-- Only those that have any: ingest updates incidents all the time and does not pay for it
CREATE INDEX "incident_tags_idx" ON "incident" USING gin ("tags") WHERE "tags" <> '{}';
-- What rules, ingest and upkeep look for in histories, which rules make long
CREATE INDEX "incident_activity_mute_idx" ON "incident_activity"("incident_id", "id") WHERE "kind" IN ('MUTED', 'MUTE_RECEIPT');
CREATE INDEX "incident_activity_rule_matched_idx" ON "incident_activity"("incident_id") WHERE "kind" = 'RULE_MATCHED';
CREATE INDEX "incident_activity_rule_step_idx" ON "incident_activity"("incident_id", ("facts" ->> 'matchId')) WHERE "cause" = 'RULE';
CREATE INDEX "list_entry_incident_idx" ON "list_entry"("incident_id") WHERE "incident_id" IS NOT NULL;

ALTER TABLE "incident" ADD CONSTRAINT "incident_team_id_fkey" FOREIGN KEY ("team_id") REFERENCES "team"("id") ON DELETE SET NULL;
-- A muted incident goes on taking alerts, and a merged one passes them on
ALTER TABLE "incident" DROP CONSTRAINT "incident_linking_check";
ALTER TABLE "incident" ADD CONSTRAINT "incident_linking_check"
  CHECK (NOT "linking" OR ("link_key" IS NOT NULL AND "link_value" IS NOT NULL
    AND ("state" IN ('NEW', 'OPEN', 'ASSIGNED') OR ("state" = 'IGNORED' AND "muted_until" IS NOT NULL) OR "merged_into_id" IS NOT NULL)));
ALTER TABLE "incident" ADD CONSTRAINT "incident_muted_check" CHECK ("muted_until" IS NULL OR "state" = 'IGNORED');
ALTER TABLE "incident_activity" DROP CONSTRAINT "incident_activity_cause_check";
ALTER TABLE "incident_activity" ADD CONSTRAINT "incident_activity_cause_check" CHECK ("cause" IN ('SYSTEM', 'USER', 'RULE', 'API_KEY')
  AND ("cause" = 'API_KEY' OR ("cause" = 'USER') = ("user_id" IS NOT NULL)));
ALTER TABLE "source" DROP CONSTRAINT "source_type_check";
ALTER TABLE "source" ADD CONSTRAINT "source_type_check" CHECK ("type" IN ('PALO_ALTO_NETWORKS', 'JSON'));
ALTER TABLE "rule" ADD CONSTRAINT "rule_mode_check" CHECK ("mode" IN ('OFF', 'LOG_ONLY', 'ON'));
ALTER TABLE "rule_match" ADD CONSTRAINT "rule_match_state_check"
  CHECK ("state" IN ('WAITING', 'DUE', 'AWAITING_APPROVAL', 'DONE', 'LOGGED', 'NO_MATCH', 'REJECTED', 'FAILED'));
ALTER TABLE "channel" ADD CONSTRAINT "channel_kind_check" CHECK ("kind" IN ('EMAIL', 'WEBHOOK', 'SLACK'));
ALTER TABLE "field_value" ADD CONSTRAINT "field_value_field_check" CHECK ("field" IN ('CLASSIFICATION', 'ATTACK_VECTOR', 'DISPOSITION'));
ALTER TABLE "bulk_job" ADD CONSTRAINT "bulk_job_state_check" CHECK ("state" IN ('RUNNING', 'DONE', 'CANCELLED', 'UNDOING', 'UNDONE'));

INSERT INTO "field_value" ("field", "value", "position") VALUES
  ('CLASSIFICATION', 'Malware', 1), ('CLASSIFICATION', 'Phishing', 2), ('CLASSIFICATION', 'Command and control', 3),
  ('CLASSIFICATION', 'System intrusion', 4), ('CLASSIFICATION', 'Denial of service', 5), ('CLASSIFICATION', 'Reconnaissance', 6),
  ('CLASSIFICATION', 'Policy violation', 7), ('CLASSIFICATION', 'Spam', 8), ('CLASSIFICATION', 'Other', 9),
  ('ATTACK_VECTOR', 'Web', 1), ('ATTACK_VECTOR', 'Email', 2), ('ATTACK_VECTOR', 'External media', 3), ('ATTACK_VECTOR', 'Impersonation', 4),
  ('ATTACK_VECTOR', 'Attrition', 5), ('ATTACK_VECTOR', 'Improper usage', 6), ('ATTACK_VECTOR', 'Loss or theft of equipment', 7), ('ATTACK_VECTOR', 'Other', 8),
  ('DISPOSITION', 'True positive', 1), ('DISPOSITION', 'Benign, expected', 2), ('DISPOSITION', 'False positive', 3), ('DISPOSITION', 'Duplicate', 4), ('DISPOSITION', 'Undetermined', 5);

-- Incidents of older releases: history tells when somebody first looked
UPDATE "incident" SET "acknowledged_at" = looked."at"
  FROM (SELECT "incident_id", min("created_at") AS "at" FROM "incident_activity" WHERE "from_state" = 'NEW' GROUP BY "incident_id") AS looked
  WHERE "incident"."id" = looked."incident_id";
