-- CreateTable
CREATE TABLE "registered_document" (
    "organisation" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "cost" INTEGER NOT NULL,
    "registered_by" TEXT NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_on" DATE,

    CONSTRAINT "registered_document_pkey" PRIMARY KEY ("organisation","hash")
);
