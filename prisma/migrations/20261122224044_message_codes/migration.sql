-- CreateTable
CREATE TABLE "message_code" (
    "id" BIGSERIAL NOT NULL,
    "mailbox" TEXT NOT NULL,
    "asker" TEXT NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_code_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "message_code_mailbox_sent_at_idx" ON "message_code"("mailbox", "sent_at");

-- CreateIndex
CREATE INDEX "message_code_asker_sent_at_idx" ON "message_code"("asker", "sent_at");
