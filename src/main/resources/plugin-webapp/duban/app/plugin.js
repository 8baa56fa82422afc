// Duban in Tasklist: the tab 案情 right after the form, and a line with number, unit and deadline on every card.
import { renderCard } from './card.js';
import { say } from './page.js';

export default [
  {
    id: 'duban-case',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: { label: say('案情', 'Case') },
    // The tab's own parts are loaded with the first case that is opened.
    render(node, place) {
      import('./dossier.js').then(({ renderDossier }) => renderDossier(node, place));
    },
    unmount() {}
  },
  {
    id: 'duban-card',
    pluginPoint: 'tasklist.card',
    priority: 900,
    render: renderCard,
    unmount() {}
  }
];
