-- CreateTable
CREATE TABLE "message_address" (
    "id" BIGSERIAL NOT NULL,
    "organisation" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "identity" JSONB NOT NULL,
    "purpose" TEXT,
    "channel" TEXT NOT NULL,
    "audience" TEXT[],
    "address" TEXT NOT NULL,
    "secret" TEXT,
    "kinds" TEXT[],
    "digest_at" TEXT,
    "quiet_from" TEXT,
    "quiet_until" TEXT,
    "urgent_in_quiet" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'UNVERIFIED',
    "state_reason" TEXT,
    "position" BIGINT NOT NULL,
    "look_at" TIMESTAMPTZ(3) NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failing_since" TIMESTAMPTZ(3),
    "held_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "code" TEXT,
    "code_sent_at" TIMESTAMPTZ(3),
    "code_tries" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "message_address_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "message_notice" (
    "address_id" BIGINT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "alert_id" BIGINT,
    "rank" SMALLINT,
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "message_id" BIGINT,

    CONSTRAINT "message_notice_pkey" PRIMARY KEY ("address_id","key")
);

-- CreateTable
CREATE TABLE "message" (
    "id" BIGSERIAL NOT NULL,
    "address_id" BIGINT NOT NULL,
    "kind" TEXT NOT NULL,
    "lane" TEXT NOT NULL DEFAULT '',
    "state" TEXT NOT NULL DEFAULT 'PENDING',
    "planned_at" TIMESTAMPTZ(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL,
    "leased_until" TIMESTAMPTZ(3),
    "status" INTEGER,
    "error" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "message_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "message_address_organisation_subject_idx" ON "message_address"("organisation", "subject");

-- CreateIndex
CREATE INDEX "message_address_state_look_at_idx" ON "message_address"("state", "look_at");

-- CreateIndex
CREATE INDEX "message_notice_address_id_message_id_idx" ON "message_notice"("address_id", "message_id");

-- CreateIndex
CREATE INDEX "message_notice_address_id_alert_id_idx" ON "message_notice"("address_id", "alert_id");

-- CreateIndex
CREATE INDEX "message_address_id_state_id_idx" ON "message"("address_id", "state", "id");

-- CreateIndex
CREATE INDEX "message_state_ended_at_idx" ON "message"("state", "ended_at");

-- AddForeignKey
ALTER TABLE "message_notice" ADD CONSTRAINT "message_notice_address_id_fkey" FOREIGN KEY ("address_id") REFERENCES "message_address"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message" ADD CONSTRAINT "message_address_id_fkey" FOREIGN KEY ("address_id") REFERENCES "message_address"("id") ON DELETE CASCADE ON UPDATE CASCADE;
