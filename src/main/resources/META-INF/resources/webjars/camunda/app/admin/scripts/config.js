// Settings of Admin 系统管理: Chinese first.
export default {
  app: {
    name: 'Admin 系统管理',
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
  disableWelcomeMessage: true
};
