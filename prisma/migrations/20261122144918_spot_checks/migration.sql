-- CreateTable
CREATE TABLE "spot_check_draw" (
    "id" BIGSERIAL NOT NULL,
    "division" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "population" INTEGER NOT NULL,
    "drawn_by" TEXT NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,
    "drawn_on" DATE NOT NULL,

    CONSTRAINT "spot_check_draw_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "spot_check" (
    "draw_id" BIGINT NOT NULL,
    "household_id" BIGINT NOT NULL,
    "drawn_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,

    CONSTRAINT "spot_check_pkey" PRIMARY KEY ("draw_id","household_id")
);

-- CreateIndex
CREATE INDEX "spot_check_household_id_idx" ON "spot_check"("household_id");

-- AddForeignKey
ALTER TABLE "spot_check" ADD CONSTRAINT "spot_check_draw_id_fkey" FOREIGN KEY ("draw_id") REFERENCES "spot_check_draw"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
