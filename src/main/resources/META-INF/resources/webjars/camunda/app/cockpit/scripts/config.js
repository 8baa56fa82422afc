// Settings of Cockpit 运行监控: Chinese first, HTML in variables is never rendered.
export default {
  app: {
    name: 'Cockpit 运行监控',
    vendor: '督办'
  },
  customScripts: ['../../../site/webapp'],
  locales: {
    availableLocales: ['zh-CN', 'en'],
    fallbackLocale: 'zh-CN'
  },
  dateFormat: {
    monthName: 'MMMM',
    day: 'DD',
    abbr: 'YYYY-MM-DD HH:mm',
    normal: 'YYYY-MM-DD HH:mm',
    long: 'LLLL',
    short: 'YYYY-MM-DD'
  },
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true,
  historicActivityInstanceMetrics: {
    adjustablePeriod: true,
    period: {
      unit: 'week'
    }
  },
  runtimeActivityInstanceMetrics: {
    display: true
  },
  skipCustomListeners: {
    default: true,
    hidden: false
  },
  skipIoMappings: {
    default: true,
    hidden: false
  },
  cascade: {
    default: false
  },
  previewHtml: false
};
