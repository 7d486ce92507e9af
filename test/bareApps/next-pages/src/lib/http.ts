import axios from "axios";
import { message } from "antd";

const http = axios.create({ baseURL: "/app/api" });

http.interceptors.response.use(
  (response) => response.data,
  (error) => {
    message.error(error.message);
    return Promise.reject(error);
  },
);

export default http;
