// 台账: the charts are drawn from the tables that stand beside them, a click on a bar opens the rows of its figure, and a
// running export says how far it is.
(() => {
  const blue = '#1f4e79', red = '#b3261e', green = '#17663a', pale = '#9db8d2';

  const read = key => {
    const table = document.getElementById('t-' + key);
    if (!table) return null;
    const heads = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent.trim());
    const lines = [...table.tBodies[0].rows].filter(row => row.dataset.key !== undefined).map(row => ({
      label: row.cells[0].textContent.trim(),
      cells: [...row.cells].slice(1).map(cell => ({
        value: parseFloat(cell.textContent) || 0,
        known: !/^[–\s]*$/.test(cell.textContent),
        href: cell.querySelector('a')?.getAttribute('href')
      }))
    }));
    return { title: table.caption.textContent.trim(), heads, lines };
  };

  const column = (data, head) => {
    const at = data.heads.indexOf(head);
    return at < 0 ? null : data.lines.map(line => line.cells[at]);
  };

  const bars = (name, cells, colour, stack) => ({
    name, type: 'bar', stack, barMaxWidth: 36, itemStyle: { color: colour },
    label: { show: true, position: stack ? 'inside' : 'top', formatter: hit => (hit.value > 0 ? String(hit.value) : '') },
    data: cells.map(cell => ({ value: cell.value, href: cell.href }))
  });

  const line = (name, cells, colour) => ({
    name, type: 'line', symbolSize: 7, itemStyle: { color: colour }, lineStyle: { color: colour },
    data: cells.map(cell => (cell.known ? cell.value : null))
  });

  const frame = (title, labels, series, more) => ({
    animation: false,
    textStyle: { fontFamily: 'inherit', fontSize: 13 },
    title: { text: title, left: 0, top: 0, textStyle: { fontSize: 16, color: '#163a5b' } },
    legend: { top: 28, left: 0 },
    tooltip: { trigger: 'axis', renderMode: 'richText' },
    grid: { left: 8, right: 16, top: 66, bottom: 8, containLabel: true },
    xAxis: { type: 'category', data: labels, axisLabel: { interval: labels.length > 40 ? 'auto' : 0, rotate: labels.length > 5 ? 40 : 0 } },
    yAxis: { type: 'value', minInterval: 1 },
    series, ...more
  });

  const drawings = {
    district: data => {
      const open = column(data, '在办') || column(data, '正在整改');
      const overdue = column(data, '逾期');
      const inTime = open.map((cell, i) => ({ ...cell, value: cell.value - overdue[i].value }));
      return frame('各区县在办与逾期', data.lines.map(each => each.label),
        [bars('在办未逾期', inTime, blue, 'open'), bars('逾期', overdue, red, 'open')]);
    },
    ageing: data => frame('在办账龄', data.lines.map(each => each.label),
      [bars('在办', column(data, '在办'), blue)]),
    month: data => {
      const lines = data.lines.slice(0, 24).reverse();
      const newest = { ...data, lines };
      const labels = lines.map(each => each.label);
      return column(data, '销号率')
        ? frame('各月印发问题的销号率与反弹率（％）', labels,
          [line('销号率', column(newest, '销号率'), green), line('反弹率', column(newest, '反弹率'), red)],
          { yAxis: { type: 'value', min: 0, max: 100 } })
        : frame('各月印发与办结', labels,
          [bars('印发', column(newest, '督办单'), pale), bars('办结', column(newest, '办结'), green)]);
    }
  };

  const charts = [];
  if (window.echarts) {
    document.querySelectorAll('[data-chart]').forEach(place => {
      const data = read(place.dataset.chart);
      if (!data || data.lines.length === 0) return;
      place.hidden = false;
      const chart = window.echarts.init(place);
      chart.setOption(drawings[place.dataset.chart](data));
      chart.on('click', hit => { if (hit.data && hit.data.href) window.location.href = hit.data.href; });
      charts.push(chart);
    });
    window.addEventListener('resize', () => charts.forEach(chart => chart.resize()));
    document.documentElement.dataset.charts = String(charts.length);
  }

  const told = document.getElementById('export-progress');
  const bar = told.querySelector('progress');
  const text = told.querySelector('span');
  const follow = async (name, total, asked) => {
    const answer = await fetch('/api/ledger/exports/' + name, { headers: { Accept: 'application/json' } });
    const known = answer.ok ? await answer.json() : null;
    if (known && known.total >= 0) {
      bar.max = Math.max(1, known.total);
      bar.value = known.state === 'DONE' ? bar.max : known.written;
      text.textContent = known.state === 'DONE' ? `已导出 ${known.total} 行`
        : known.state === 'BROKEN' ? `导出在第 ${known.written} 行中断，请重新导出`
          : `正在导出：${known.written} / ${known.total} 行`;
    }
    if ((!known && asked < 10) || (known && known.state === 'RUNNING')) {
      setTimeout(() => follow(name, total, asked + 1), 500);
    }
  };
  document.querySelectorAll('.exports a').forEach(link => link.addEventListener('click', () => {
    const name = (crypto.randomUUID ? crypto.randomUUID() : 'export-' + Date.now() + '-' + Math.floor(Math.random() * 1e9));
    const address = new URL(link.href);
    address.searchParams.set('progressName', name);
    link.href = address.pathname + address.search;
    told.hidden = false;
    bar.value = 0;
    text.textContent = `正在准备：共 ${link.parentElement.dataset.total} 行`;
    setTimeout(() => follow(name, 0, 0), 300);
  }));
})();
