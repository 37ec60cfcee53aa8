import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { materialsOf } from './bill-of-materials.mjs';
import { inProject } from './paths.mjs';

/** What this project is made of is the same everywhere, and installing it runs nobody's code. */

const EXACT = /^(?:npm:(?:@[\w-]+\/)?[\w.-]+@)?\d+\.\d+\.\d+(?:-[\w.-]+)?$/;

const manifest = JSON.parse(readFileSync(inProject('package.json'), 'utf8'));
const lockfile = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8'));
const locked: [string, { integrity?: string; resolved?: string; inBundle?: boolean }][] = Object.entries(
  lockfile.packages,
);
const installed = locked.filter(([path]) => path !== '');

describe('packages', () => {
  test('are asked for by exact versions', () => {
    const ranges = Object.entries<string>({
      ...manifest.dependencies,
      ...manifest.devDependencies,
      ...manifest.overrides,
    }).filter(([, version]) => !EXACT.test(version));
    expect(ranges).toEqual([]);
  });

  test('are checked by their SHA-512 when they are installed, and come from whatever registry is set', () => {
    const unchecked = installed.filter(([, entry]) => !entry.inBundle && !entry.integrity?.startsWith('sha512-'));
    expect(unchecked.map(([path]) => path)).toEqual([]);
    expect(installed.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)).toEqual([]);
  });

  test('run no scripts when they are installed', () => {
    expect(readFileSync(inProject('.npmrc'), 'utf8')).toContain('ignore-scripts=true');
  });
});

describe('the bill of materials', () => {
  const materials = materialsOf(manifest, lockfile);

  test('names every package once, with its hash and licence', () => {
    const references = materials.components.map((component) => component['bom-ref']);
    expect(new Set(references).size).toBe(installed.length);
    expect(materials.components).toContainEqual({
      'bom-ref': 'node_modules/@xenova/transformers',
      type: 'library',
      name: '@huggingface/transformers',
      version: manifest.dependencies['@xenova/transformers'].split('@').at(-1),
      scope: 'required',
      hashes: [{ alg: 'SHA-512', content: expect.stringMatching(/^[0-9a-f]{128}$/) }],
      licenses: [{ expression: 'Apache-2.0' }],
      purl: expect.stringMatching(/^pkg:npm\/%40huggingface\/transformers@\d/),
    });
  });

  test('says what each package needs, down to the product', () => {
    const [product] = materials.dependencies;
    expect(product?.dependsOn).toHaveLength(
      Object.keys(manifest.dependencies).length + Object.keys(manifest.devDependencies).length,
    );
    const known = new Set(materials.components.map((component) => component['bom-ref']));
    expect(materials.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !known.has(ref))).toEqual([]);
  });

  test('finds the copy of a package that another one has to itself', () => {
    const packages = {
      '': { version: '1.0.0', dependencies: { a: '1.0.0', b: '1.0.0' } },
      'node_modules/a': { version: '1.0.0', dependencies: { b: '2.0.0' } },
      'node_modules/a/node_modules/b': { version: '2.0.0' },
      'node_modules/b': { version: '1.0.0' },
    };
    const { dependencies } = materialsOf({ name: 'p', version: '1.0.0', license: 'MIT' }, { packages });
    expect(dependencies).toContainEqual({ ref: 'node_modules/a', dependsOn: ['node_modules/a/node_modules/b'] });
    expect(dependencies).toContainEqual({ ref: 'p@1.0.0', dependsOn: ['node_modules/a', 'node_modules/b'] });
  });
});
