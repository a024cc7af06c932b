// Puts what a button bears where the cursor is in the field that it names; in a call the cursor goes to its first argument.
document.addEventListener('click', event => {
  const button = event.target.closest('[data-insert]');
  if (!button) return;
  const field = document.getElementById(button.dataset.into);
  const text = button.dataset.insert;
  const begin = field.selectionStart;
  const argument = text.endsWith(')') ? text.indexOf('(') + 1 : text.length;
  field.setRangeText(text, begin, field.selectionEnd, 'end');
  field.setSelectionRange(begin + argument, begin + argument);
  field.focus();
  field.dispatchEvent(new Event('input', { bubbles: true }));
});
