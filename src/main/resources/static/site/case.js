// The page of a case with script: files are dropped or chosen and go up one by one, each with its answer beside it.
const form = document.getElementById('upload');

function line(list, kind, text) {
  const item = document.createElement('li');
  item.className = kind;
  item.textContent = text;
  list.append(item);
  return item;
}

async function send(file) {
  const body = new FormData();
  body.append('problem', form.elements.problem.value);
  body.append('group', form.elements.group.value);
  body.append('file', file);
  const answer = await fetch(form.dataset.api, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { Accept: 'application/json, application/problem+json', 'X-XSRF-TOKEN': form.elements._csrf.value },
    body
  });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => null);
    throw new Error(problem?.detail || '上传没有成功，请稍后重试。');
  }
}

async function sendAll(files) {
  const list = document.getElementById('progress');
  list.replaceChildren();
  if (!form.reportValidity()) {
    return;
  }
  let kept = 0;
  for (const file of files) {
    const item = line(list, '', `${file.name}：正在上传…`);
    try {
      await send(file);
      kept += 1;
      item.className = 'good';
      item.textContent = `${file.name}：已保存`;
    } catch (failure) {
      item.className = 'bad';
      item.textContent = `${file.name}：${failure.message}`;
    }
  }
  if (kept === files.length && kept > 0) {
    location.assign(`${location.pathname}?kept=${kept}#evidence`);
    if (location.search === `?kept=${kept}`) {
      location.reload();
    }
  } else if (kept > 0) {
    line(list, 'good', `已保存 ${kept} 个，刷新本页可见；未保存的请按提示处理后重新提交。`);
  }
}

if (form) {
  const drop = document.getElementById('drop');
  document.documentElement.classList.add('scripted');
  form.addEventListener('submit', event => {
    const files = [...form.querySelectorAll('input[type=file]')].flatMap(input => [...input.files]);
    if (files.length > 0) {
      event.preventDefault();
      sendAll(files);
    }
  });
  for (const name of ['dragenter', 'dragover']) {
    drop.addEventListener(name, event => {
      event.preventDefault();
      drop.classList.add('over');
    });
  }
  for (const name of ['dragleave', 'drop']) {
    drop.addEventListener(name, () => drop.classList.remove('over'));
  }
  drop.addEventListener('drop', event => {
    event.preventDefault();
    sendAll([...event.dataTransfer.files]);
  });
  // A file that misses the box must not replace the page.
  for (const name of ['dragover', 'drop']) {
    window.addEventListener(name, event => event.preventDefault());
  }
}
