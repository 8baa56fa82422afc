// Settings of the profile page: Chinese first, links to what people need next.
export default {
  app: {
    name: '我的账号',
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
  links: [
    {
      label: '督办首页',
      href: '/',
      description: '办理流程、各应用入口'
    }
  ]
};
