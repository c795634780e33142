-- CreateTable
CREATE TABLE "rule_draft" (
    "id" BIGSERIAL NOT NULL,
    "rule_id" TEXT NOT NULL,
    "expression" TEXT,
    "parameters" JSONB NOT NULL DEFAULT '[]',
    "streets" TEXT[],
    "effective_from" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "base_version" INTEGER NOT NULL,
    "trial" JSONB NOT NULL,
    "submitted_by" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "submitted_on" DATE NOT NULL,

    CONSTRAINT "rule_draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_draft_decision" (
    "draft_id" BIGINT NOT NULL,
    "decision" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_on" DATE NOT NULL,

    CONSTRAINT "rule_draft_decision_pkey" PRIMARY KEY ("draft_id")
);

-- CreateTable
CREATE TABLE "rule_release" (
    "rule_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "template" INTEGER NOT NULL,
    "expression" TEXT NOT NULL,
    "parameters" JSONB NOT NULL DEFAULT '[]',
    "streets" TEXT[],
    "effective_from" DATE NOT NULL,
    "effective_to" DATE,
    "draft_id" BIGINT,
    "restores" INTEGER,
    "reason" TEXT NOT NULL,
    "released_by" TEXT NOT NULL,
    "organisation" TEXT NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL,
    "released_on" DATE NOT NULL,

    CONSTRAINT "rule_release_pkey" PRIMARY KEY ("rule_id","version")
);

-- CreateTable
CREATE TABLE "full_pass" (
    "id" BIGSERIAL NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rules" INTEGER NOT NULL,
    "results" INTEGER NOT NULL,
    "drifted" INTEGER NOT NULL,

    CONSTRAINT "full_pass_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rule_drift" (
    "pass_id" BIGINT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "missing" INTEGER NOT NULL,
    "extra" INTEGER NOT NULL,
    "changed" INTEGER NOT NULL,

    CONSTRAINT "rule_drift_pkey" PRIMARY KEY ("pass_id","rule_id")
);

-- CreateIndex
CREATE INDEX "rule_draft_rule_id_idx" ON "rule_draft"("rule_id");

-- CreateIndex
CREATE UNIQUE INDEX "rule_release_draft_id_key" ON "rule_release"("draft_id");

-- AddForeignKey
ALTER TABLE "rule_draft_decision" ADD CONSTRAINT "rule_draft_decision_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "rule_draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_release" ADD CONSTRAINT "rule_release_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "rule_draft"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rule_drift" ADD CONSTRAINT "rule_drift_pass_id_fkey" FOREIGN KEY ("pass_id") REFERENCES "full_pass"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Who proposed, released and took back what, and what a full pass found, is never rewritten.
CREATE TRIGGER "rule_draft_append_only" BEFORE UPDATE OR DELETE ON "rule_draft"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "rule_draft_decision_append_only" BEFORE UPDATE OR DELETE ON "rule_draft_decision"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "rule_release_append_only" BEFORE UPDATE OR DELETE ON "rule_release"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "full_pass_append_only" BEFORE UPDATE OR DELETE ON "full_pass"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER "rule_drift_append_only" BEFORE UPDATE OR DELETE ON "rule_drift"
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
