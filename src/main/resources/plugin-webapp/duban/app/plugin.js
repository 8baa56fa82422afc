// Duban in Tasklist: the tab 案情 right after the form, and a line with number, unit and deadline on every card.
import { renderCard } from './card.js';
import { renderDossier } from './dossier.js';
import { say } from './page.js';

export default [
  {
    id: 'duban-case',
    pluginPoint: 'tasklist.task.detail',
    priority: 900,
    properties: { label: say('案情', 'Case') },
    render: renderDossier,
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
