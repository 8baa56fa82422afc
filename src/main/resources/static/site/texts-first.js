// The apps read some of their texts once, when a view is made; a view made before the texts have come would show their
// keys for as long as it stands. So every route of the app waits for the texts, but not for ever.
const PATIENCE = 10000;

export function makeViewsAfterTexts() {
  window.angular?.module('pascalprecht.translate').run([
    '$injector',
    $injector => {
      if (!$injector.has('$route')) {
        return;
      }
      const [translate, timeout, q] = ['$translate', '$timeout', '$q'].map($injector.get);
      const texts = () => q.race([translate.onReady(), timeout(PATIENCE)]);
      Object.values($injector.get('$route').routes)
        .filter(route => !route.redirectTo)
        .forEach(route => (route.resolve = { ...route.resolve, dubanTexts: texts }));
    }
  ]);
}
