import { readdirSync, readFileSync } from 'node:fs';

/** Memory of the renderer processes that this script's browser started (Linux). */

const SAMPLE_EVERY_MS = 250;

/** Their proportional set size together, in bytes. */
export function rendererMemory() {
  return rendererPids().reduce((sum, pid) => sum + proportionalSetSize(pid), 0);
}

/**
 * Watches the renderers until told to stop.
 * @returns {() => number} stops, and gives the highest value in bytes.
 */
export function watchPeak() {
  let peak = rendererMemory();
  const timer = setInterval(() => {
    peak = Math.max(peak, rendererMemory());
  }, SAMPLE_EVERY_MS);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function rendererPids() {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(Number(name))]),
  );
  const isOurs = (/** @type {number} */ pid) => {
    for (let at = parents.get(pid); at; at = parents.get(at)) if (at === process.pid) return true;
    return false;
  };
  return [...parents.keys()].filter((pid) => isOurs(pid) && readProc(pid, 'cmdline').includes('--type=renderer'));
}

/** @param {number} pid */
function parentOf(pid) {
  // The name in brackets may hold spaces and brackets of its own.
  const fields = readProc(pid, 'stat').split(') ').pop() ?? '';
  return Number(fields.split(' ')[1] ?? 0);
}

/** @param {number} pid */
function proportionalSetSize(pid) {
  const kibibytes = readProc(pid, 'smaps_rollup').match(/^Pss:\s+(\d+) kB/m)?.[1];
  return Number(kibibytes ?? 0) * 1024;
}

/** @param {number} pid @param {string} file @returns {string} nothing when the process has ended. */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}
