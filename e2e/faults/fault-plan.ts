import { seededRandom } from '#core/random.ts';

/** How often each fault is injected, and at which points: set by `npm run faults`, short without it. */

const SHORT = { kills: 3, crashes: 2, takeovers: 3, quotas: 2, exports: 8, frozenSeconds: 3 };
const LONG: typeof SHORT = { kills: 100, crashes: 50, takeovers: 50, quotas: 20, exports: 200, frozenSeconds: 60 };

export const isLong = process.env.FAULTS_LONG === '1';

/** One a day, so that many short runs see many points, and a failed one can be had again by its seed. */
const today = Math.floor(Date.now() / 86_400_000);
export const seed = Number(process.env.FAULTS_SEED ?? today);

/** How often, or how long. A variable such as `FAULTS_KILLS` overrides one of them. */
export const plan = Object.fromEntries(
  Object.entries(isLong ? LONG : SHORT).map(([name, count]) => [
    name,
    Number(process.env[`FAULTS_${name.toUpperCase()}`] ?? count),
  ]),
) as Readonly<typeof SHORT>;

/** Numbers in [0, 1) for one spec: those of another do not depend on how many this one takes. */
export function randomOf(spec: string): () => number {
  const salt = [...spec].reduce((sum, letter) => (Math.imul(sum, 31) + letter.charCodeAt(0)) >>> 0, 0);
  return seededRandom((seed ^ salt) >>> 0);
}
