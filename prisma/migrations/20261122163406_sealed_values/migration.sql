-- DropIndex
DROP INDEX "person_resident_id_key";

-- AlterTable
ALTER TABLE "person" DROP COLUMN "resident_id",
ADD COLUMN     "number_index" TEXT;

-- AlterTable
-- A database that was filled before is not opened any more (DATABASE_NOT_SEALED), but its structure follows
ALTER TABLE "profile_version" ADD COLUMN     "identities" TEXT NOT NULL DEFAULT '';
ALTER TABLE "profile_version" ALTER COLUMN "identities" DROP DEFAULT;

-- AlterTable
ALTER TABLE "quarantined_row" ALTER COLUMN "raw" DROP NOT NULL,
ALTER COLUMN "raw" SET DATA TYPE TEXT;

-- CreateTable
CREATE TABLE "sealed_number" (
    "number_index" TEXT NOT NULL,
    "value" TEXT NOT NULL,

    CONSTRAINT "sealed_number_pkey" PRIMARY KEY ("number_index")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_number_index_key" ON "person"("number_index");
