-- CreateTable
CREATE TABLE "webhook_endpoint" (
    "id" BIGSERIAL NOT NULL,
    "organisation" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "identity" JSONB NOT NULL,
    "purpose" TEXT,
    "url" TEXT NOT NULL,
    "types" TEXT[],
    "detail" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'UNVERIFIED',
    "state_reason" TEXT,
    "position" BIGINT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failing_since" TIMESTAMPTZ(3),
    "held_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_under" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "webhook_endpoint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_secret" (
    "id" BIGSERIAL NOT NULL,
    "endpoint_id" BIGINT NOT NULL,
    "secret" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_secret_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "endpoint_id" BIGINT NOT NULL,
    "position" BIGINT NOT NULL,
    "lane" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'PENDING',
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "status" INTEGER,
    "error" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("endpoint_id","position")
);

-- CreateIndex
CREATE UNIQUE INDEX "webhook_endpoint_created_under_key" ON "webhook_endpoint"("created_under");

-- CreateIndex
CREATE INDEX "webhook_endpoint_organisation_idx" ON "webhook_endpoint"("organisation");

-- CreateIndex
CREATE INDEX "webhook_secret_endpoint_id_idx" ON "webhook_secret"("endpoint_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_endpoint_id_state_lane_position_idx" ON "webhook_delivery"("endpoint_id", "state", "lane", "position");

-- CreateIndex
CREATE INDEX "webhook_delivery_state_ended_at_idx" ON "webhook_delivery"("state", "ended_at");

-- AddForeignKey
ALTER TABLE "webhook_secret" ADD CONSTRAINT "webhook_secret_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_endpoint_id_fkey" FOREIGN KEY ("endpoint_id") REFERENCES "webhook_endpoint"("id") ON DELETE CASCADE ON UPDATE CASCADE;
