-- CreateTable
CREATE TABLE "sealing_key" (
    "id" TEXT NOT NULL,
    "check_value" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'IN_USE',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "sealing_key_pkey" PRIMARY KEY ("id")
);
