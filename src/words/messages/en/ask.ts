/** Questions of the register and taking in of foreign lists, on the command line. */
export const ask = {
  'cli.ask': 'Ask the register: what was promised, what is due, who held a post, and more',
  'cli.import': 'Take in a record or a list of agreements from a file, as our statements',
  'cli.askState': 'Only of this state; each question has its own',
  'cli.askBy': 'Only of this party',
  'cli.askDays': 'How many days ahead',
  'cli.askSide': 'The side a post belongs to; for the brief, our own side',
  'cli.askPost': 'A post, in any language or spelling',
  'cli.askOn': 'A day, month or year',
  'cli.askFor': 'What or whom the question is about: a mechanism, a plan, an event, a name, a role',
  'cli.askForce':
    'Only of this force: agreed, pledged, planned, target, instructed, requested, recommended, proposed, offered',
  'cli.askArea': 'Only of this area, such as border or training',
  'cli.askDay': 'The day on which it is asked; today in the programme’s time zone when it is left out',
  'cli.askOut': 'Write the answer to this file: .docx, .pdf, .xlsx, .csv or .html to print',
  'cli.askUnknown': 'There is no question {question}. There are: {questions}.',
  'cli.askOption':
    'The question {question} was given {option} in a way that it does not take. It takes: {options}. Codes: {codes}.',
  'cli.askDayForm': 'A day is written 2026-11-21.',
  'cli.askWritten': '{count, plural, one {# answer} other {# answers}} written to {file}.',
  'cli.askCount': '{count, plural, one {# answer.} other {# answers.}}',
  'cli.importAs': 'What the file is: record, agreements or incidents',
  'cli.importMap': 'Which column is which field, and how dates are written, as JSON',
  'cli.importDryRun': 'Only say what it would do',
  'cli.importSoundOnly': 'Take all rows that are sound; without it one bad row stops all',
  'cli.importAsForm': '--as takes record, agreements or incidents.',
  'cli.importRefused': 'The file cannot be read: {reason}. Nothing was written.',
  'cli.importRows':
    '{rows, plural, one {# row} other {# rows}} read, {taken} to take, {faults} not sound, {known} there already.',
  'cli.importFault': 'row {row}, column {column}: {reason} “{value}”',
  'cli.importMore': '… and {count} more; --json names them all.',
  'cli.importNothing':
    'Nothing was written. Mend the rows named, or take all that is sound with --sound-only.',
  'cli.importDry': 'Nothing was written: this was a dry run.',
  'cli.importDone':
    '{count, plural, one {# statement} other {# statements}} written, up to entry {seq} of our feed. They go to the partner with the next exchange.',
} as const;
