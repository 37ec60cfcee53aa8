import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { EMPTY_CELLS } from '#core/batch/batch-row.ts';
import { checkRow } from '#core/batch/check-row.ts';
import { fileFinder } from '#core/batch/find-file.ts';
import { readTable } from '#core/batch/read-table.ts';
import { parseSrt } from '#core/captions/srt.ts';
import { parseWebVtt } from '#core/captions/webvtt.ts';
import { checkRoom } from '#core/disk/check-room.ts';
import { toStudioError } from '#core/errors.ts';
import { refuseByAddress } from '#core/import/address.ts';
import { unreachable } from '#core/import/download.ts';
import { recordingFailed } from '#core/import/recording.ts';
import { tidyName } from '#core/library/filing.ts';
import { DEFAULT_LIMITS } from '#core/limits.ts';
import { refuseByHeader, refuseByKind, refuseBySize } from '#core/media/refuse.ts';
import { sniff } from '#core/media/sniff.ts';
import { glyphsMissing } from '#core/render/render-issue.ts';
import { checkArchiveList } from '#core/workspace/check-archive.ts';
import { compilePatterns } from '../patterns.ts';
import { SPANISH } from './catalogue.ts';
import { reports } from './reports.ts';

const sources = import.meta.glob<string>(
  [
    '../../../{core,app,engine,storage,clients}/**/*.ts',
    '../../../main.tsx',
    '../../../../workers/**/*.ts',
    '!../../../**/*.test.ts',
    '!../../../../workers/**/*.test.ts',
  ],
  { query: '?raw', import: 'default', eager: true },
);

/** Stands for a value. */
const VALUE = '§';

/** What is said with values in it. */
interface Template {
  readonly expression: RegExp;
}

/** Strings and templates of a source, the values of a template as `VALUE`. */
function textsIn(path: string, source: string): string[] {
  const texts: string[] = [];
  const visit = (node: unknown) => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    if ('type' in node && node.type === 'Literal' && 'value' in node && typeof node.value === 'string') {
      texts.push(node.value);
    }
    if ('quasis' in node && Array.isArray(node.quasis)) {
      texts.push(node.quasis.map(({ value }: { value: { cooked: string } }) => value.cooked).join(VALUE));
    }
    Object.values(node).forEach(visit);
  };
  visit(parseAst(source, { lang: path.endsWith('x') ? 'tsx' : 'ts' }).body);
  return texts;
}

const texts = new Set(Object.entries(sources).flatMap(([path, source]) => textsIn(path, source)));

const templates = [...texts]
  .filter((text) => text.includes(VALUE))
  .map((text): Template => {
    const parts = text.split(VALUE).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    return { expression: new RegExp(`^${parts.join('(.*?)')}$`, 's') };
  });

/** Whether a source says this, where a value may be words that the source chooses from. */
function isSaid(key: string): boolean {
  const text = key.replace(/\{\d\}/g, VALUE);
  if (texts.has(text)) return true;
  return templates.some(({ expression }) => {
    const [, ...values] = expression.exec(text) ?? [];
    if (values.length === 0) return false;
    const chosen = values.filter((value) => !texts.has(value)).join('').length;
    return chosen <= text.length / 2;
  });
}

const { translate } = compilePatterns(SPANISH);

function messageOf(work: () => unknown): string {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof Error) return thrown.message;
  }
  throw new Error('Nothing was thrown.');
}

describe('the reports in Spanish', () => {
  it('are of sources that say something', () => {
    expect(texts).toContain('Cancelled.');
    expect(isSaid('Scene {0}: {1}')).toBe(true);
    expect(isSaid('This is said by nobody: {0}.')).toBe(false);
  });

  it('has no key that no source says', () => {
    expect(Object.keys(reports).filter((key) => !isSaid(key))).toEqual([]);
  });

  it('says each of them', () => {
    expect(Object.keys(reports).filter((key) => !reports[key])).toEqual([]);
  });

  it.each(Object.entries(reports))('keeps the values of “%s”', (english, words) => {
    const places = (text: string) => (text.match(/\{\d\}/g) ?? []).sort();
    expect(places(words)).toEqual(places(english));
    expect(new Set(places(english)).size).toBe(places(english).length);
  });
});

describe('an error of the layers below', () => {
  const spanishOf = (work: () => unknown) => translate(messageOf(work));

  it.each([
    [
      () => refuseBySize('mar.mp4', 99 * 1024 ** 3, 'video', DEFAULT_LIMITS),
      'mar.mp4 ocupa 101376 MB; un clip puede ocupar 2048 MB como máximo. Redúcelo y suéltalo de nuevo.',
    ],
    [
      () => refuseByHeader('mar.jpg', null, DEFAULT_LIMITS),
      'mar.jpg está dañado: no se puede leer su tamaño. Cópialo o descárgalo de nuevo, o guárdalo otra vez desde otro programa.',
    ],
    [
      () => refuseByKind('carta.pdf', sniff(new TextEncoder().encode('%PDF-1.7'))),
      'carta.pdf es un documento PDF, no una imagen, un sonido o un vídeo que se pueda usar aquí. Usa JPEG, PNG, WebP, AVIF, GIF, HEIC, MP3, WAV, M4A, AAC, OGG, FLAC, MP4, MOV, WebM, MKV, AVI o TS.',
    ],
    [
      () => refuseByKind('carta.txt', sniff(new TextEncoder().encode('Querida Ana'))),
      /^carta\.txt es texto, no una imagen, .* o TS\.$/,
    ],
    [
      () => refuseByAddress('http://example.com/mar.mp4', new URL('http://example.com/mar.mp4')),
      '«http://example.com/mar.mp4» no se cargó: no está cifrada, así que cualquiera por el camino podría leer o cambiar el archivo. Usa su dirección https:.',
    ],
    [
      () => parseSrt('uno\n'),
      'Este archivo SRT tiene un error en la línea 1: un subtítulo empieza por su número (se encontró «uno»). Pon el número en esta línea.',
    ],
    [
      () => parseSrt('1\n00:00:01,000 --> 00:00:02,000\n\n'),
      'Este archivo SRT tiene un error en la línea 3: un subtítulo tiene texto. Escribe algo, o quita el número y los tiempos.',
    ],
    [
      () => parseWebVtt('WEBVTT\n\n1:2 --> 3\nHola\n'),
      'Este archivo WebVTT tiene un error en la línea 3: los tiempos se escriben como «00:01:02.345 --> 00:01:04.000» (se encontró «1:2 --> 3»). Corrige esta línea.',
    ],
    [
      () => readTable('hook\n"Hola\n'),
      'Línea 2, columna 1: la comilla que se abre aquí nunca se cierra. Añade una al final de la celda.',
    ],
    [() => tidyName(' '), 'Un nombre necesita al menos una letra. Escribe una.'],
    [
      () =>
        checkArchiveList('estudio.zip', 9, [
          { path: '../a', isDirectory: false, isEncrypted: false, packedBytes: 1, bytes: 1 },
        ]),
      '«estudio.zip» no se importó y no se conserva nada suyo: a de estudio.zip no se descomprimió: su ubicación sale del archivo ZIP, como en un ataque.',
    ],
  ])('is said in Spanish (%#)', (work, spanish) => {
    expect(spanishOf(work)).toEqual(typeof spanish === 'string' ? spanish : expect.stringMatching(spanish));
  });

  it('is said in Spanish where it is made and not thrown', () => {
    expect(translate(recordingFailed('camera', 'NotFoundError').message)).toBe(
      'No hay ninguna cámara. Conecta una e inténtalo de nuevo.',
    );
    expect(translate(unreachable('mar.mp4', 'example.com').message)).toMatch(
      /^mar\.mp4 no se pudo cargar: example\.com no permite .* suéltalo aquí\.$/,
    );
    expect(translate(toStudioError(new DOMException('', 'AbortError')).message)).toBe('Cancelado.');
    expect(translate(glyphsMissing(['ꙮ', '𖡄']))).toBe(
      'Ningún tipo de letra de aquí puede dibujar “ꙮ”, “𖡄”. Cámbialo, o se verá como un recuadro vacío.',
    );
  });

  it('may be one of a list', () => {
    const check = checkRow({ ...EMPTY_CELLS, media: 'mar.jpg', style: 'rojo' }, { find: fileFinder([]), base: null });
    expect(check.ok ? [] : check.issues.map(({ message }) => translate(message))).toEqual([
      'Aquí aún no hay ningún archivo «mar.jpg». Añádelo, o corrige su nombre.',
      expect.stringMatching(/^No existe el estilo «rojo»\. Es uno de estos: .*\.$/),
    ]);
  });

  it('may say two things in one', () => {
    const needs = { diskBytes: 9e9, memoryBytes: 3e9 };
    const smaller = { diskBytes: 2e9, memoryBytes: 1e9 };
    const issues = checkRoom(needs, smaller, { fitsOnDisk: false, deviceMemoryBytes: 4e9 });
    expect(issues.map(({ message }) => translate(message))).toEqual([
      'Esta exportación necesita 9.0 GB libres en el disco mientras se hace, y al estudio no le queda tanto. Elimina en la página Almacenamiento los vídeos o archivos que ya no necesites, o elige una calidad más baja (2.0 GB).',
      'Esta exportación ocupa unos 3.0 GB de memoria, y este dispositivo tiene 4.0 GB en total. Cierra antes otras pestañas y aplicaciones, o elige una calidad más baja (1.0 GB).',
    ]);
  });
});
