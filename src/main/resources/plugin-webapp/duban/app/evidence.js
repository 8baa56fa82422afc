// 材料 in the tab 案情: what is kept of the case, a place to hand in more, and the way to the whole file.
import { address, element, read, say, send, time } from './page.js';

const KINDS = 'image/jpeg,image/png,application/pdf,.docx,.xlsx,video/mp4,audio/mpeg';

function choice(label, options, none) {
  const select = element('select', '', element('option', '', none));
  select.options[0].value = '';
  Object.entries(options).forEach(([value, text]) => {
    const option = element('option', '', text);
    option.value = value;
    select.append(option);
  });
  const named = element('label', 'duban-choice', `${label} `, select);
  return [named, select];
}

function line(each, groups) {
  const link = element('a', '', each.fileName);
  link.href = address(`/api/evidence/${encodeURIComponent(each.id)}`);
  const told = [groups[each.group], time(each.keptAt), `SHA-256 ${each.sha256.slice(0, 12)}…`];
  return element('li', '', link, ' ', element('span', 'duban-explanation', told.filter(Boolean).join(' · ')),
    each.withdrawal ? element('b', '', say(' 已撤回：', ' withdrawn: '), each.withdrawal.reason) : null);
}

function form(caseId, rights, again) {
  const must = rights.onlyForProblems;
  const [problemLabel, problem] = choice(say('问题', 'Problem'), rights.problems, must ? say('请选择', 'choose') : say('全案', 'whole case'));
  const [groupLabel, group] = choice(say('组别', 'Group'), rights.groups, must ? say('请选择', 'choose') : say('不属于四组', 'none'));
  problem.required = must;
  group.required = must;
  const files = element('input', '');
  Object.assign(files, { type: 'file', multiple: true, accept: KINDS, required: true });
  files.setAttribute('aria-label', say('选择文件', 'Choose files'));
  const button = element('button', 'btn btn-primary', say('提交材料', 'Hand in'));
  const said = element('p', 'duban-explanation');
  said.setAttribute('role', 'status');
  const node = element('form', 'duban-upload', problemLabel, groupLabel, files, button, said);
  node.addEventListener('submit', async event => {
    event.preventDefault();
    button.disabled = true;
    try {
      for (const file of [...files.files]) {
        said.textContent = say(`正在上传 ${file.name}…`, `Sending ${file.name}…`);
        const body = new FormData();
        body.append('problem', problem.value);
        body.append('group', group.value);
        body.append('file', file);
        await send(`/api/cases/${encodeURIComponent(caseId)}/evidence`, body);
      }
      again(say('已保存。', 'Kept.'));
    } catch (failure) {
      said.textContent = failure.message;
      said.setAttribute('role', 'alert');
    } finally {
      button.disabled = false;
    }
  });
  return node;
}

function draw(node, caseId, kept, done) {
  const page = element('a', '', say('打开整本案卷', 'Open the whole file'));
  Object.assign(page, { href: address(`/cases/${encodeURIComponent(caseId)}`), target: '_blank', rel: 'noopener' });
  const groups = kept.upload?.groups || {};
  node.replaceChildren(
    element('h4', 'duban-heading', say('材料', 'Files')),
    element('p', '', page),
    kept.items.length ? element('ul', '', ...kept.items.map(each => line(each, groups)))
      : element('p', 'duban-explanation', say('还没有材料。', 'No files yet.')),
    ...(done ? [element('p', 'duban-explanation', done)] : []),
    ...(kept.upload ? [form(caseId, kept.upload, text => show(node, caseId, text))] : []),
    ...(kept.scanned ? [] : [element('p', 'duban-explanation',
      say('未启用病毒扫描，打开材料前请自行查毒。', 'Files are not scanned for viruses.'))]));
}

function show(node, caseId, done) {
  read(`/api/cases/${encodeURIComponent(caseId)}/evidence`).then(
    kept => draw(node, caseId, kept, done),
    () => node.remove());
}

/** The section, filled when the answer is there; it goes away where the case keeps no files or one may not know. */
export function evidence(caseId) {
  const node = element('section', 'duban-section');
  show(node, caseId);
  return node;
}
