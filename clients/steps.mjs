// Says of each step of a program whether it passed.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

let failed = false;

export async function step(name, act) {
  try {
    await act();
    console.log(`passed ${name}`);
  } catch (error) {
    failed = true;
    console.log(error);
    console.log(`failed ${name}: ${String(error?.message || error?.code || error).replace(/\s+/g, ' ').slice(0, 300)}`);
  }
}

export const given = process.env;

export const end = () => process.exit(failed ? 1 : 0);

// What a person does in a browser: the address where it ended, when that is not one of this machine.
export async function browse(...words) {
  return (await promisify(execFile)(given.BROWSE, words)).stdout.trim();
}

export const pause = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
