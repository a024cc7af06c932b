// newman plays how-to.postman.json; each request says in its name which step it belongs to.
import newman from 'newman';

const environment = { values: Object.entries(process.env).map(([key, value]) => ({ key, value, enabled: true })) };
newman.run({ collection: 'how-to.postman.json', environment, reporters: [] }, (error, summary) => {
  if (error) {
    throw error;
  }
  const steps = new Map();
  for (const { item, assertions, requestError } of summary.run.executions) {
    const wrong = [requestError, ...(assertions ?? []).map((each) => each.error)].filter(Boolean).map((each) => `${item.name}: ${each.message}`);
    const step = item.name.split(':')[0];
    steps.set(step, [...(steps.get(step) ?? []), ...(assertions?.length ? wrong : [`${item.name}: not tested`])]);
  }
  for (const [step, wrong] of steps) {
    console.log(wrong.length ? `failed ${step}: ${wrong[0]}` : `passed ${step}`);
  }
  process.exit([...steps.values()].some((wrong) => wrong.length) ? 1 : 0);
});
