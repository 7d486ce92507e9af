import { defineConfig } from '@umijs/max';

export default defineConfig({
  antd: {},
  access: {},
  model: {},
  initialState: {},
  request: {},
  layout: {
    title: '好友',
  },
  routes: [
    {
      path: '/',
      redirect: '/friends',
    },
    {
      name: '好友',
      path: '/friends',
      component: './Friends',
    },
  ],
  npmClient: 'npm',
});
