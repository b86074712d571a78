-- AlterTable
ALTER TABLE "alert" ADD COLUMN     "dst_host" TEXT,
ADD COLUMN     "src_host" TEXT;

-- AlterTable
ALTER TABLE "source" ADD COLUMN     "wildfire_api_url" TEXT NOT NULL DEFAULT 'https://wildfire.paloaltonetworks.com/publicapi',
ADD COLUMN     "wildfire_daily_quota" INTEGER NOT NULL DEFAULT 1050;

-- CreateTable
CREATE TABLE "directory" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "preset" TEXT NOT NULL,
    "urls" TEXT[],
    "start_tls" BOOLEAN NOT NULL DEFAULT false,
    "tls_trust" TEXT NOT NULL DEFAULT 'SYSTEM',
    "tls_ca_pem" TEXT,
    "tls_fingerprint" TEXT,
    "bind_dn" TEXT NOT NULL DEFAULT '',
    "bind_password_sealed" TEXT,
    "base_dn" TEXT NOT NULL,
    "user_filter" TEXT NOT NULL,
    "attributes" JSONB NOT NULL,
    "nested_groups" BOOLEAN NOT NULL DEFAULT false,
    "domains" TEXT[],
    "timeout_seconds" INTEGER NOT NULL DEFAULT 5,
    "cache_seconds" INTEGER NOT NULL DEFAULT 86400,
    "unknown_cache_seconds" INTEGER NOT NULL DEFAULT 3600,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "directory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lookup" (
    "provider" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PENDING',
    "facts" JSONB,
    "score" SMALLINT,
    "reason" TEXT,
    "priority" SMALLINT NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "due_at" TIMESTAMPTZ(3),
    "claimed_until" TIMESTAMPTZ(3),
    "answered_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "lookup_pkey" PRIMARY KEY ("provider","kind","value")
);

-- CreateTable
CREATE TABLE "provider_usage" (
    "provider" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "asked" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "provider_usage_pkey" PRIMARY KEY ("provider","day")
);

-- CreateTable
CREATE TABLE "provider_health" (
    "provider" TEXT NOT NULL,
    "last_success_at" TIMESTAMPTZ(3),
    "last_error_at" TIMESTAMPTZ(3),
    "last_error" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "open_until" TIMESTAMPTZ(3),

    CONSTRAINT "provider_health_pkey" PRIMARY KEY ("provider")
);

-- CreateTable
CREATE TABLE "batch_follower" (
    "name" TEXT NOT NULL,
    "batch" BIGINT NOT NULL,

    CONSTRAINT "batch_follower_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "named_network" (
    "id" SERIAL NOT NULL,
    "network" TEXT NOT NULL,
    "range_first" INET NOT NULL,
    "range_last" INET NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "own" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "named_network_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reputation_provider" (
    "type" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT false,
    "api_key_sealed" TEXT,
    "base_url" TEXT,
    "daily_quota" INTEGER NOT NULL,
    "per_minute" INTEGER NOT NULL,
    "cache_seconds" INTEGER NOT NULL,
    "weight" INTEGER NOT NULL DEFAULT 50,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reputation_provider_pkey" PRIMARY KEY ("type")
);

-- CreateTable
CREATE TABLE "feed" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "kind" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "format" TEXT NOT NULL DEFAULT 'PLAIN',
    "csv_column" INTEGER NOT NULL DEFAULT 1,
    "interval_seconds" INTEGER NOT NULL DEFAULT 3600,
    "score" INTEGER NOT NULL DEFAULT 80,
    "weight" INTEGER NOT NULL DEFAULT 50,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "etag" TEXT,
    "last_modified" TEXT,
    "fetched_at" TIMESTAMPTZ(3),
    "succeeded_at" TIMESTAMPTZ(3),
    "error" TEXT,
    "entry_count" INTEGER NOT NULL DEFAULT 0,
    "skipped_count" INTEGER NOT NULL DEFAULT 0,
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "feed_body" (
    "feed_id" INTEGER NOT NULL,
    "body" BYTEA NOT NULL,

    CONSTRAINT "feed_body_pkey" PRIMARY KEY ("feed_id")
);

-- CreateTable
CREATE TABLE "wildfire_report" (
    "hash" TEXT NOT NULL,
    "xml" BYTEA NOT NULL,
    "parsed" JSONB NOT NULL,
    "fetched_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "wildfire_report_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "directory_name_key" ON "directory"("name");

-- CreateIndex
CREATE INDEX "lookup_kind_value_idx" ON "lookup"("kind", "value");

-- CreateIndex
CREATE UNIQUE INDEX "named_network_network_key" ON "named_network"("network");

-- CreateIndex
CREATE UNIQUE INDEX "feed_name_key" ON "feed"("name");

-- AddForeignKey
ALTER TABLE "feed_body" ADD CONSTRAINT "feed_body_feed_id_fkey" FOREIGN KEY ("feed_id") REFERENCES "feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Beyond the models

-- What is due, most wanted first: what runners claim.
CREATE INDEX "lookup_due_idx" ON "lookup"("provider", "priority" DESC, "due_at") WHERE "due_at" IS NOT NULL;
-- People by an attribute: 'department:Finance'.
CREATE INDEX "lookup_directory_idx" ON "lookup"("value") WHERE "provider" = 'DIRECTORY' AND "state" = 'KNOWN';

-- Pages of domains. Few lines have one, so that ingest pays next to nothing.
CREATE INDEX "alert_domain_idx" ON "alert"("domain") WHERE "domain" IS NOT NULL;

ALTER TABLE "lookup" ADD CONSTRAINT "lookup_kind_check" CHECK ("kind" IN ('ADDRESS', 'DOMAIN', 'URL', 'FILE_HASH', 'USER', 'HOST'));
ALTER TABLE "lookup" ADD CONSTRAINT "lookup_state_check" CHECK ("state" IN ('PENDING', 'KNOWN', 'UNKNOWN', 'FAILED'));
ALTER TABLE "lookup" ADD CONSTRAINT "lookup_score_check" CHECK ("score" BETWEEN 0 AND 100);
ALTER TABLE "named_network" ADD CONSTRAINT "named_network_range_check" CHECK ("range_first" <= "range_last");
ALTER TABLE "feed" ADD CONSTRAINT "feed_kind_check" CHECK ("kind" IN ('ADDRESS', 'DOMAIN', 'URL', 'FILE_HASH'));
ALTER TABLE "feed" ADD CONSTRAINT "feed_weight_check" CHECK ("score" BETWEEN 0 AND 100 AND "weight" BETWEEN 0 AND 100);
ALTER TABLE "reputation_provider" ADD CONSTRAINT "reputation_provider_weight_check" CHECK ("weight" BETWEEN 0 AND 100);
