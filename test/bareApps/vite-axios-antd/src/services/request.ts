import axios from "axios";

/** 统一的请求实例 */
const request = axios.create({
  baseURL: "/app/api",
  timeout: 10_000,
});

request.interceptors.response.use((response) => response.data);

export default request;
