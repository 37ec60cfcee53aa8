/**
 * @typedef {object} LockedPackage an entry of package-lock.json.
 * @property {string} [name] where it differs from its folder's: it was installed under another name.
 * @property {string} version
 * @property {string} [integrity] absent for what lies inside another package's archive.
 * @property {string} [license]
 * @property {boolean} [dev] only builds and tests.
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [optionalDependencies]
 *
 * @typedef {{ packages: Record<string, LockedPackage> }} Lockfile
 */

const FOLDER = 'node_modules/';

/**
 * A CycloneDX document: the same for the same lockfile, so it has neither a time nor a serial number.
 * @param {{ name: string, version: string, license: string }} manifest
 * @param {Lockfile} lockfile
 */
export function materialsOf(manifest, lockfile) {
  const paths = Object.keys(lockfile.packages).filter((path) => path !== '');
  const product = `${manifest.name}@${manifest.version}`;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        'bom-ref': product,
        type: 'application',
        name: manifest.name,
        version: manifest.version,
        licenses: [{ expression: manifest.license }],
      },
    },
    components: paths.map((path) => componentAt(path, packageAt(lockfile, path))),
    dependencies: ['', ...paths].map((path) => ({
      ref: path === '' ? product : path,
      dependsOn: dependenciesOf(lockfile, path),
    })),
  };
}

/** @param {string} path @param {LockedPackage} entry */
function componentAt(path, entry) {
  const name = entry.name ?? path.slice(path.lastIndexOf(FOLDER) + FOLDER.length);
  const [algorithm, digest] = entry.integrity?.split('-', 2) ?? [];
  return {
    'bom-ref': path,
    type: 'library',
    name,
    version: entry.version,
    scope: entry.dev ? 'excluded' : 'required',
    ...(digest && {
      hashes: [{ alg: `SHA-${algorithm?.slice(3)}`, content: Buffer.from(digest, 'base64').toString('hex') }],
    }),
    ...(entry.license && { licenses: [{ expression: entry.license }] }),
    // Package URL specification, type npm: the at sign of a scope is encoded.
    purl: `pkg:npm/${name.replace('@', '%40')}@${entry.version}`,
  };
}

/** Where Node finds what a package asks for, in the order in which it looks. @param {Lockfile} lockfile @param {string} path */
function dependenciesOf(lockfile, path) {
  const { dependencies = {}, optionalDependencies = {}, ...entry } = packageAt(lockfile, path);
  const ownDevelopment = path === '' && 'devDependencies' in entry ? Object.keys(Object(entry.devDependencies)) : [];
  const names = [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...ownDevelopment];
  return [...new Set(names.flatMap((name) => resolved(lockfile, path, name)))].sort();
}

/** @param {Lockfile} lockfile @param {string} from @param {string} name @returns {string[]} its folder, if it is installed at all. */
function resolved(lockfile, from, name) {
  const folder = from === '' ? '' : `${from}/`;
  const candidate = `${folder}${FOLDER}${name}`;
  if (lockfile.packages[candidate]) return [candidate];
  return from === '' ? [] : resolved(lockfile, from.slice(0, Math.max(0, from.lastIndexOf(FOLDER) - 1)), name);
}

/** @param {Lockfile} lockfile @param {string} path */
function packageAt(lockfile, path) {
  const entry = lockfile.packages[path];
  if (!entry) throw new Error(`package-lock.json has nothing at ${path}.`);
  return entry;
}
