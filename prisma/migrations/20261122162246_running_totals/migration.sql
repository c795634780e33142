-- AlterTable
ALTER TABLE "member_fact" ADD COLUMN     "spent_fen" BIGINT[];

-- Settlements as running totals by day, contributions in the order of their months
UPDATE member_fact f SET
  (spend_days, spent_fen) = (
    SELECT coalesce(array_agg(t.day ORDER BY t.day), '{}'), coalesce(array_agg(t.spent ORDER BY t.day), '{}')
    FROM (SELECT bill.day, (sum(sum(bill.fen)) OVER (ORDER BY bill.day))::bigint AS spent
      FROM unnest(f.spend_days, f.spend_fen) AS bill(day, fen) GROUP BY bill.day) t),
  paid_months = (SELECT coalesce(array_agg(paid ORDER BY paid), '{}') FROM unnest(f.paid_months) AS paid),
  (base_months, base_fen) = (
    SELECT coalesce(array_agg(base.in_month ORDER BY base.in_month, base.fen), '{}'),
      coalesce(array_agg(base.fen ORDER BY base.in_month, base.fen), '{}')
    FROM unnest(f.base_months, f.base_fen) AS base(in_month, fen));

-- AlterTable
ALTER TABLE "member_fact" DROP COLUMN "spend_fen";
