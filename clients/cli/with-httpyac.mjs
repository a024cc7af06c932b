// httpyac plays how-to.http; each request says in its title which step it belongs to.
import { spawnSync } from 'node:child_process';

const played = spawnSync('node_modules/.bin/httpyac', ['send', 'how-to.http', '--all', '--json'], { encoding: 'utf8', maxBuffer: 1 << 28 });
const steps = new Map();
for (const { title, name, testResults = [] } of JSON.parse(played.stdout).requests) {
  const step = (title || name).split(':')[0];
  const wrong = testResults.filter((each) => each.status ? each.status !== 'SUCCESS' : !each.result).map((each) => `${title}: ${each.message}`);
  steps.set(step, [...(steps.get(step) ?? []), ...(testResults.length ? wrong : [`${title}: not tested`])]);
}
for (const [step, wrong] of steps) {
  console.log(wrong.length ? `failed ${step}: ${wrong[0]}` : `passed ${step}`);
}
process.exit([...steps.values()].some((wrong) => wrong.length) ? 1 : 0);
