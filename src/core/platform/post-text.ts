import { isSceneList, type RenderDocument } from '../job/render-document.ts';
import type { StyleName } from '../style/style.ts';
import type { Platform } from './platforms.ts';

/** Hashtags in all: TikTok takes five, and more are read as spam elsewhere. */
const MOST_HASHTAGS = 5;
/** Of the words of the hook. */
const MOST_OWN_HASHTAGS = 2;
/** Shorter words say too little, in letters. */
const SHORTEST_OWN = 4;
/** TikTok and Instagram both end there, in UTF-16 code units. */
const LONGEST_POST = 2200;

const STYLE_HASHTAGS: Record<StyleName, readonly string[]> = {
  'luxury-gold': ['luxury', 'gold'],
  'cinematic-drama': ['cinematic', 'film'],
  'energetic-dance': ['dance', 'energy'],
  'minimal-clean': ['minimal', 'design'],
  'vintage-film': ['vintage', 'retro'],
  'neon-night': ['neon', 'nightlife'],
  'soft-romance': ['romance', 'love'],
  'bold-sale': ['sale', 'newin'],
};

/** Where a tag of their own helps to be found. */
const PLATFORM_HASHTAGS: Partial<Record<Platform, string>> = { reels: 'reels', shorts: 'shorts', tiktok: 'fyp' };

/** Words that say nothing by themselves, in English and Spanish, of four letters and more. */
const EMPTY_WORDS = new Set(
  'this that with your from have what when only just more than here they them their about into over every para como este esta esto estos estas pero desde todo toda todos todas cuando donde solo más sobre tiene'.split(
    ' ',
  ),
);

/** What is known of a video that is to be posted. */
export interface PostSubject {
  readonly name: string;
  readonly hook: string;
  readonly style: StyleName | null;
}

export function postSubject(document: RenderDocument): PostSubject {
  const { name } = document;
  return isSceneList(document)
    ? { name, hook: '', style: null }
    : { name, hook: document.hook, style: document.style.preset };
}

/**
 * Text to post beside a video: the hook, or else the name, and hashtags of its words, of the style and of the platform.
 * @returns at most 2,200 UTF-16 code units.
 */
export function suggestPost({ name, hook, style }: PostSubject, platform: Platform | null): string {
  const caption = (hook.trim() || name.trim()).replace(/\s*\n\s*/g, ' ');
  const own = ownHashtags(hook).slice(0, MOST_OWN_HASHTAGS);
  const common = platform === null ? undefined : PLATFORM_HASHTAGS[platform];
  const tags = new Set([...own, ...(style === null ? [] : STYLE_HASHTAGS[style]), ...(common ? [common] : [])]);
  const line = [...tags]
    .slice(0, MOST_HASHTAGS)
    .map((tag) => `#${tag}`)
    .join(' ');
  const room = LONGEST_POST - line.length - 2;
  return [caption.slice(0, room), line].filter((part) => part !== '').join('\n\n');
}

/** The longest words of a hook, each once, as a hashtag writes them. */
function ownHashtags(hook: string): string[] {
  const words = [...hook.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => word);
  const telling = words.filter(
    (word) => word.length >= SHORTEST_OWN && !EMPTY_WORDS.has(word) && !/^\p{N}+$/u.test(word),
  );
  return [...new Set(telling)].sort((a, b) => b.length - a.length);
}
