// Settings of Tasklist 待办: Chinese first, comments tied to the instance, shortcuts as shipped.
export default {
  app: {
    name: 'Tasklist 待办',
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
  assignProcessInstanceIdToTaskComment: true,
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '认领当前任务'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '跳到第一个过滤器'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '跳到第一项任务'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '跳到表单的第一项'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: '发起流程'
    }
  }
};
