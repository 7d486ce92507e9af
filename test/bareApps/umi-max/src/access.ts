export default () => {
  return {};
};
