import { spawn } from 'node:child_process';

/**
 * Runs a program and gives its standard output as bytes.
 * @throws Error with what it printed to standard error when its exit code is not 0.
 */
export function runProgram(command: string, args: readonly string[]): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(Buffer.concat(output));
      else reject(new Error(`${command} ${args.join(' ')}\nended with ${code}:\n${Buffer.concat(errors).toString()}`));
    });
  });
}

/** ffmpeg without its banner; overwrites its output. */
export function ffmpeg(args: readonly string[]): Promise<Buffer> {
  return runProgram('ffmpeg', ['-hide_banner', '-nostdin', '-v', 'error', '-y', ...args]);
}
