/** From a stored profile to what the caller sees of it. */
import { NO_CONSENTS } from '../../src/modules/consent/index.ts';
import type { ProfileOnDay, RowScope } from '../../src/modules/household/index.ts';
import type { RequestContext } from '../context.ts';
import { type HouseholdView, livesApart, type Standing, viewHousehold } from './view.ts';

/** The rows a caller reaches: division prefixes for the query itself, and households referred to its organisation. */
export async function householdScope({
  caller,
  clearance,
  graph,
  hubDay,
}: Pick<RequestContext, 'caller' | 'clearance' | 'graph' | 'hubDay'>): Promise<RowScope> {
  const prefixes = clearance.rows.households ? caller.divisions : [];
  const day = clearance.rows.referrals ? await hubDay() : null;
  if (day === null) return { prefixes };
  return { prefixes, households: [...(await graph.householdsReferredTo({ organisation: caller.organisation, day }))] };
}

const NOT_OPENED = { emergency: false, secondPerson: false };
/** Where no decision depends on any of it. */
const NOTHING_KNOWN: Standing = { openAlert: false, openCase: false, ...NOT_OPENED, consents: NO_CONSENTS };

/** A profile as the caller may see it. How the household stands is asked where it matters, and is known beforehand. */
export async function viewOnce(profile: ProfileOnDay, context: RequestContext): Promise<HouseholdView> {
  const { asks } = context.clearance;
  const ofObligors = asks.has('obligor') && profile.document.members.some(livesApart);
  if (!ofObligors && asks.size === Number(asks.has('obligor'))) return viewHousehold(profile, context, NOTHING_KNOWN);
  const [openAlert, openCase, openings, consents] = await Promise.all([
    asks.has('open-alert') && context.openAlerts.load(profile.id),
    asks.has('open-case') && context.openCases.load(profile.id),
    asks.has('emergency') || asks.has('second-person') ? context.openings.load(profile.id) : NOT_OPENED,
    asks.has('consent') || ofObligors ? context.consents.load(profile.id) : NO_CONSENTS,
  ]);
  return viewHousehold(profile, context, { openAlert, openCase, ...openings, consents });
}

/** A profile as the caller may see it; made once per request. */
export function seeHousehold(profile: ProfileOnDay, context: RequestContext): Promise<HouseholdView> {
  const seen = context.views.get(profile) ?? viewOnce(profile, context);
  context.views.set(profile, seen);
  return seen;
}

/** Views of many households of the hub's day, in their order; those out of scope are left out. */
export async function seeHouseholds(ids: readonly number[], context: RequestContext): Promise<HouseholdView[]> {
  const profiles = await context.householdsById.loadMany(ids);
  const found = profiles.flatMap((profile) => {
    if (profile instanceof Error) throw profile;
    return profile ?? [];
  });
  return Promise.all(found.map((profile) => seeHousehold(profile, context)));
}
