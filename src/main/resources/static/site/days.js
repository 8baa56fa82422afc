// A day is a day wherever one is. The form renderer reads one as midnight in Greenwich and shows it, west of there, as the
// day before; here it is midnight where the browser is.
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readDaysAsDays() {
  const parse = Date.parse;
  Date.parse = text => parse(DAY.test(text) ? `${text}T00:00` : text);
}
