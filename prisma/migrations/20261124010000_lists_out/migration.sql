-- CreateTable
CREATE TABLE "device" (
    "id" SERIAL NOT NULL,
    "type" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "host" TEXT NOT NULL,
    "peer_host" TEXT,
    "username" TEXT NOT NULL,
    "password_sealed" TEXT NOT NULL,
    "api_key_sealed" TEXT,
    "description" TEXT NOT NULL DEFAULT '',
    "schedule" TEXT NOT NULL DEFAULT 'ON_CHANGE',
    "interval_minutes" INTEGER,
    "daily_at" TEXT,
    "time_zone" TEXT NOT NULL DEFAULT 'UTC',
    "scope" TEXT NOT NULL DEFAULT 'VSYS',
    "scope_name" TEXT NOT NULL DEFAULT 'vsys1',
    "commit_policy" TEXT NOT NULL DEFAULT 'AUTOMATIC',
    "commit_windows" JSONB NOT NULL DEFAULT '[]',
    "change_ticket" TEXT NOT NULL DEFAULT '',
    "tls_trust" TEXT NOT NULL DEFAULT 'SYSTEM',
    "tls_ca_pem" TEXT,
    "tls_fingerprint" TEXT,
    "max_concurrent" INTEGER NOT NULL DEFAULT 2,
    "drift_policy" TEXT NOT NULL DEFAULT 'CORRECT',
    "paused_at" TIMESTAMPTZ(3),
    "facts" JSONB,
    "facts_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mapping" (
    "id" SERIAL NOT NULL,
    "device_id" INTEGER NOT NULL,
    "list_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "group_name" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PENDING',
    "state_reason" TEXT,
    "synced_revision" BIGINT,
    "synced_at" TIMESTAMPTZ(3),
    "entry_count" INTEGER NOT NULL DEFAULT 0,
    "compared_at" TIMESTAMPTZ(3),
    "removing" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "mapping_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "registered_timer" (
    "mapping_id" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "registered_timer_pkey" PRIMARY KEY ("mapping_id","value")
);

-- CreateTable
CREATE TABLE "sync_run" (
    "id" BIGSERIAL NOT NULL,
    "device_id" INTEGER NOT NULL,
    "cause" TEXT NOT NULL,
    "user_id" UUID,
    "state" TEXT NOT NULL,
    "failure" TEXT,
    "message" TEXT,
    "added" INTEGER NOT NULL DEFAULT 0,
    "removed" INTEGER NOT NULL DEFAULT 0,
    "api_calls" INTEGER NOT NULL DEFAULT 0,
    "commit_job" TEXT,
    "diff" JSONB,
    "log" JSONB NOT NULL DEFAULT '[]',
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "sync_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "list" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "default_ttl_seconds" INTEGER,
    "revision" BIGINT NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "published" BOOLEAN NOT NULL DEFAULT false,
    "guard_percent" INTEGER NOT NULL DEFAULT 30,
    "guard_entries" INTEGER NOT NULL DEFAULT 100,
    "aggregate" BOOLEAN NOT NULL DEFAULT false,
    "trailing_slash" BOOLEAN NOT NULL DEFAULT true,
    "allowed_networks" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "list_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_entry" (
    "id" BIGSERIAL NOT NULL,
    "list_id" INTEGER NOT NULL,
    "value" TEXT NOT NULL,
    "typed" TEXT NOT NULL,
    "range_first" INET,
    "range_last" INET,
    "reason" TEXT NOT NULL DEFAULT '',
    "cause" TEXT NOT NULL,
    "user_id" UUID,
    "incident_id" BIGINT,
    "alert_id" BIGINT,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "disabled" BOOLEAN NOT NULL DEFAULT false,
    "removed_at" TIMESTAMPTZ(3),
    "removed_by_id" UUID,
    "removal" TEXT,
    "removal_note" TEXT,

    CONSTRAINT "list_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "unblock_cool_down" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "list_id" INTEGER,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "user_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "unblock_cool_down_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "protection" (
    "id" SERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "range_first" INET,
    "range_last" INET,
    "description" TEXT NOT NULL DEFAULT '',
    "built_in" BOOLEAN NOT NULL DEFAULT false,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "source" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "protection_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_version" (
    "id" BIGSERIAL NOT NULL,
    "list_id" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "revision" BIGINT NOT NULL,
    "entry_count" INTEGER NOT NULL,
    "added" INTEGER NOT NULL,
    "removed" INTEGER NOT NULL,
    "added_entries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "removed_entries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "text" BYTEA NOT NULL,
    "json" BYTEA NOT NULL,
    "csv" BYTEA NOT NULL,
    "rollback_of" INTEGER,
    "decided_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "in_force_at" TIMESTAMPTZ(3),

    CONSTRAINT "published_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_path" (
    "id" SERIAL NOT NULL,
    "list_id" INTEGER NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retires_at" TIMESTAMPTZ(3),

    CONSTRAINT "published_path_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "publish_credential" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "password_hash" BYTEA NOT NULL,
    "list_ids" INTEGER[],
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "publish_credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_fetch" (
    "list_id" INTEGER NOT NULL,
    "credential_id" INTEGER NOT NULL,
    "address" INET NOT NULL,
    "version" INTEGER NOT NULL,
    "status" INTEGER NOT NULL,
    "user_agent" TEXT,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,
    "count" BIGINT NOT NULL,

    CONSTRAINT "published_fetch_pkey" PRIMARY KEY ("list_id","credential_id","address")
);

-- CreateIndex
CREATE UNIQUE INDEX "device_name_key" ON "device"("name");

-- CreateIndex
CREATE INDEX "mapping_list_id_idx" ON "mapping"("list_id");

-- CreateIndex
CREATE UNIQUE INDEX "mapping_device_id_group_name_key" ON "mapping"("device_id", "group_name");

-- CreateIndex
CREATE INDEX "sync_run_device_id_id_idx" ON "sync_run"("device_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "list_name_key" ON "list"("name");

-- CreateIndex
CREATE INDEX "list_entry_list_id_added_at_id_idx" ON "list_entry"("list_id", "added_at", "id");

-- CreateIndex
CREATE INDEX "list_entry_value_idx" ON "list_entry"("value");

-- CreateIndex
CREATE INDEX "unblock_cool_down_kind_value_idx" ON "unblock_cool_down"("kind", "value");

-- CreateIndex
CREATE UNIQUE INDEX "protection_kind_value_source_key" ON "protection"("kind", "value", "source");

-- CreateIndex
CREATE UNIQUE INDEX "published_version_list_id_number_key" ON "published_version"("list_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "published_path_token_key" ON "published_path"("token");

-- CreateIndex
CREATE INDEX "published_path_list_id_idx" ON "published_path"("list_id");

-- CreateIndex
CREATE UNIQUE INDEX "publish_credential_name_key" ON "publish_credential"("name");

-- CreateIndex
CREATE UNIQUE INDEX "publish_credential_username_key" ON "publish_credential"("username");

-- AddForeignKey
ALTER TABLE "mapping" ADD CONSTRAINT "mapping_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mapping" ADD CONSTRAINT "mapping_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "list"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "registered_timer" ADD CONSTRAINT "registered_timer_mapping_id_fkey" FOREIGN KEY ("mapping_id") REFERENCES "mapping"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sync_run" ADD CONSTRAINT "sync_run_device_id_fkey" FOREIGN KEY ("device_id") REFERENCES "device"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_entry" ADD CONSTRAINT "list_entry_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "list"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_version" ADD CONSTRAINT "published_version_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "list"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_path" ADD CONSTRAINT "published_path_list_id_fkey" FOREIGN KEY ("list_id") REFERENCES "list"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Beyond the models

-- One value once per list: removed ones are history.
CREATE UNIQUE INDEX "list_entry_in_force_key" ON "list_entry"("list_id", "value") WHERE "removed_at" IS NULL;
CREATE INDEX "list_entry_expires_at_idx" ON "list_entry"("expires_at") WHERE "removed_at" IS NULL AND "expires_at" IS NOT NULL;

-- "What covers this address, what overlaps this range": asked of 100,000 entries and of all protections.
CREATE TYPE "address_range" AS RANGE (subtype = inet);
CREATE INDEX "list_entry_range_idx" ON "list_entry" USING gist ("address_range"("range_first", "range_last", '[]'))
  WHERE "removed_at" IS NULL AND "range_first" IS NOT NULL;

-- At most one version of a list is in force, and at most one waits for a decision.
CREATE UNIQUE INDEX "published_version_in_force_key" ON "published_version"("list_id") WHERE "state" = 'IN_FORCE';
CREATE UNIQUE INDEX "published_version_held_key" ON "published_version"("list_id") WHERE "state" = 'HELD';

-- At most one run at a time per device, over all replicas.
CREATE UNIQUE INDEX "sync_run_running_key" ON "sync_run"("device_id") WHERE "state" = 'RUNNING';

ALTER TABLE "list" ADD CONSTRAINT "list_kind_check" CHECK ("kind" IN ('ADDRESS', 'URL', 'DOMAIN', 'FILE_HASH', 'USER'));
ALTER TABLE "list" ADD CONSTRAINT "list_guard_check" CHECK ("guard_percent" BETWEEN 0 AND 100 AND "guard_entries" >= 0);
ALTER TABLE "list_entry" ADD CONSTRAINT "list_entry_cause_check" CHECK ("cause" IN ('USER', 'RULE', 'API_KEY', 'IMPORT'));
ALTER TABLE "list_entry" ADD CONSTRAINT "list_entry_removal_check"
  CHECK (("removed_at" IS NULL) = ("removal" IS NULL) AND "removal" IN ('EXPIRED', 'REMOVED', 'UNBLOCKED', 'PROTECTED'));
ALTER TABLE "list_entry" ADD CONSTRAINT "list_entry_range_check" CHECK ("range_first" <= "range_last");
ALTER TABLE "protection" ADD CONSTRAINT "protection_kind_check" CHECK ("kind" IN ('NETWORK', 'DOMAIN', 'USER'));
ALTER TABLE "published_version" ADD CONSTRAINT "published_version_state_check" CHECK ("state" IN ('IN_FORCE', 'SUPERSEDED', 'HELD', 'REJECTED'));
ALTER TABLE "mapping" ADD CONSTRAINT "mapping_kind_check" CHECK ("kind" IN ('ADDRESS_GROUP', 'DYNAMIC_ADDRESS_GROUP', 'URL_CATEGORY'));
ALTER TABLE "mapping" ADD CONSTRAINT "mapping_state_check" CHECK ("state" IN ('PENDING', 'IN_SYNC', 'FAILED', 'DRIFTED', 'AWAITING_COMMIT'));
ALTER TABLE "sync_run" ADD CONSTRAINT "sync_run_state_check" CHECK ("state" IN ('RUNNING', 'SUCCEEDED', 'FAILED', 'POSTPONED', 'SUPERSEDED'));
