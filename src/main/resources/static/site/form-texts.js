// The form renderer in Tasklist knows English only: its own words are replaced inside form containers as they appear.
const WORDS = {
  'Field is required.': '此项为必填项。',
  'Field must be a valid email.': '请填写有效的电子邮箱。',
  'Field must be a valid  international phone number. (e.g. +4930664040900)': '请填写带国家代码的电话号码（如 +8621…）。',
  'Value is not a number.': '请填写数字。',
  'Value is expected to be an integer.': '请填写整数。',
  'Date and time must both be entered.': '日期和时间须同时填写。',
  'Search': '搜索',
  'Select': '请选择',
  'No results': '没有匹配项',
  'All values selected': '已全部选中',
  'Nothing to show.': '暂无内容',
  'No content to show.': '暂无内容',
  "External content couldn't be loaded.": '外部内容无法加载。',
  'This is an image placeholder': '图片',
  'Add new': '添加一项',
  'Collapse': '收起',
  'Remove tag': '移除',
  'Remove': '移除',
  'Next page': '下一页',
  'Previous page': '上一页',
  'Click to remove sorting': '点击取消排序',
  'Increment': '增加',
  'Decrement': '减少',
  'Clear': '清除',
  'Submit': '提交',
  'Reset': '重置',
  'Month': '月份',
  'Year': '年份',
  'Hour': '时',
  'Minute': '分',
  'AM': '上午',
  'PM': '下午',
  'hh:mm': '时:分',
  'hh:mm ?m': '时:分',
  'January': '一月', 'February': '二月', 'March': '三月', 'April': '四月', 'May': '五月', 'June': '六月',
  'July': '七月', 'August': '八月', 'September': '九月', 'October': '十月', 'November': '十一月', 'December': '十二月',
  'Sun': '日', 'Mon': '一', 'Tue': '二', 'Wed': '三', 'Thu': '四', 'Fri': '五', 'Sat': '六'
};


const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June',
  'July', 'August', 'September', 'October', 'November', 'December'];

const SENTENCES = [
  [/^Field must match pattern .*$/s, () => '格式不符合要求，请按说明填写。'],
  [/^Field must have minimum value of (.+)\.$/, ([, least]) => `不得小于 ${least}。`],
  [/^Field must have maximum value of (.+)\.$/, ([, most]) => `不得大于 ${most}。`],
  [/^Field must have minimum length of (.+)\.$/, ([, least]) => `至少填写 ${least} 个字。`],
  [/^Field must have maximum length of (.+)\.$/, ([, most]) => `最多填写 ${most} 个字。`],
  [/^Value is expected to have at most (\d+) decimal digits?\.$/, ([, digits]) => `最多保留 ${digits} 位小数。`],
  [/^Please select a valid value, the two nearest valid values are (.+) and (.+)\.$/,
    ([, below, above]) => `请填写有效的数值，最接近的是 ${below} 和 ${above}。`],
  [/^Expand all \((\d+)\)$/, ([, rows]) => `展开全部（${rows}）`],
  [/^Show all \((\d+)\)$/, ([, rows]) => `显示全部（${rows}）`],
  [/^Remove list item (\d+)$/, ([, row]) => `删除第 ${row} 项`],
  [/^Click to sort by (.+) ascending$/, ([, column]) => `点击按“${column}”升序排列`],
  [/^Click to sort by (.+) descending$/, ([, column]) => `点击按“${column}”降序排列`],
  [/^(\w+) (\d{1,2}), (\d{4})$/, ([all, month, day, year]) =>
    MONTHS.includes(month) ? `${year}年${MONTHS.indexOf(month) + 1}月${day}日` : all]
];

const DATE_PLACEHOLDER = /^(?:[dmy]+[^a-z0-9]+){2}[dmy]+[^a-z0-9]*$/i;
const ATTRIBUTES = ['placeholder', 'aria-label', 'title', 'alt'];

export function translated(text) {
  const trimmed = text.trim();
  if (Object.hasOwn(WORDS, trimmed)) {
    return text.replace(trimmed, WORDS[trimmed]);
  }
  for (const [pattern, sentence] of SENTENCES) {
    const match = trimmed.match(pattern);
    if (match) {
      return sentence(match);
    }
  }
  return text;
}

function placeholder(text) {
  return DATE_PLACEHOLDER.test(text)
    ? text.replace(/y+/i, '年').replace(/m+/i, '月').replace(/d+/i, '日')
    : translated(text);
}

function ours(node) {
  // What people typed or the case holds is never touched: table cells, options and texts of the form stay as they are.
  return !node.parentElement?.closest('.fjs-table-td:not([colspan]), .fjs-dropdownlist-item, .fjs-form-field-text, .fjs-form-field-html, textarea');
}

function text(node) {
  let next = node.data === ' of ' && node.parentElement?.closest('.fjs-table-nav') ? ' / ' : translated(node.data);
  if (next !== node.data && ours(node)) {
    node.data = next;
  }
}

function attributes(node) {
  for (const name of ATTRIBUTES) {
    const now = node.getAttribute(name);
    const next = now && (name === 'placeholder' ? placeholder(now) : translated(now));
    if (next && next !== now) {
      node.setAttribute(name, next);
    }
  }
}

function tree(node) {
  if (node.nodeType === Node.TEXT_NODE) {
    text(node);
  } else if (node.nodeType === Node.ELEMENT_NODE) {
    attributes(node);
    node.childNodes.forEach(tree);
  }
}

function watch(container) {
  if (container.dataset.duban) {
    return;
  }
  container.dataset.duban = 'zh-CN';
  tree(container);
  new MutationObserver(changes =>
    changes.forEach(change => {
      if (change.type === 'characterData') {
        text(change.target);
      } else if (change.type === 'attributes') {
        attributes(change.target);
      } else {
        change.addedNodes.forEach(tree);
      }
    })
  ).observe(container, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES
  });
}

export function translateForms() {
  const find = () => document.querySelectorAll('.fjs-container').forEach(watch);
  find();
  new MutationObserver(find).observe(document.body, { childList: true, subtree: true });
}
