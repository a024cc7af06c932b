// Copies what a button bears, and says so.
document.addEventListener('click', async event => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  const name = button.textContent;
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    button.textContent = 'Copied';
  } catch {
    button.textContent = 'Not allowed';
  }
  setTimeout(() => (button.textContent = name), 1500);
});

// Takes away the outcome of an action; the keyboard goes on from the action.
document.addEventListener('click', event => {
  const outcome = event.target.closest('[data-dismiss]')?.closest('.outcome');
  if (!outcome) return;
  outcome.replaceChildren();
  outcome.parentElement.querySelector('form.action button')?.focus();
});

// Asks before what a button does is done; its call alone is shown without a question.
document.addEventListener('htmx:confirm', event => {
  const question = event.detail.triggeringEvent?.submitter?.dataset.confirm;
  if (question && !confirm(question)) event.preventDefault();
});
