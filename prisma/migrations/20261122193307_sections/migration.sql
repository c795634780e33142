-- CreateTable
CREATE TABLE "hub_link" (
    "record_type" TEXT NOT NULL,
    "source_key" TEXT NOT NULL,
    "person_id" BIGINT NOT NULL,

    CONSTRAINT "hub_link_pkey" PRIMARY KEY ("record_type","source_key")
);

-- CreateTable
CREATE TABLE "hub_follow" (
    "name" TEXT NOT NULL,
    "cursor" TEXT NOT NULL,

    CONSTRAINT "hub_follow_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "section_mark" (
    "id" BIGSERIAL NOT NULL,
    "person_id" BIGINT NOT NULL,

    CONSTRAINT "section_mark_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "section_version" (
    "person_id" BIGINT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE NOT NULL,
    "document_hash" TEXT NOT NULL,
    "document" JSON NOT NULL,

    CONSTRAINT "section_version_pkey" PRIMARY KEY ("person_id","valid_from")
);

-- CreateIndex
CREATE INDEX "hub_link_person_id_idx" ON "hub_link"("person_id");

-- CreateIndex
CREATE INDEX "section_mark_person_id_idx" ON "section_mark"("person_id");
