import type { RequestConfig } from "@umijs/max";
import { message, notification } from "antd";
import { client } from "@/tencent";

enum ErrorShowType {
  SILENT = 0,
  WARN_MESSAGE = 1,
  ERROR_MESSAGE = 2,
  NOTIFICATION = 3,
  REDIRECT = 9,
}

interface ResponseStructure {
  success: boolean;
  data: unknown;
  errorCode?: string;
  errorMessage?: string;
  showType?: ErrorShowType;
}

/** Ant Design Pro's own way with errors. */
export const errorConfig: RequestConfig<ResponseStructure>["errorConfig"] = {
  errorThrower: (res) => {
    const { success, data, errorCode, errorMessage, showType } = res;
    if (!success) {
      const error: Error & { info?: object } = new Error(errorMessage);
      error.name = "BizError";
      error.info = { errorCode, errorMessage, showType, data };
      throw error;
    }
  },
  errorHandler: (error, opts) => {
    if (opts?.skipErrorHandler) throw error;
    // asked a moment later: a notice on the page, or the prompt, says it already
    setTimeout(() => client.shows(error) || toast(error), 200);
  },
};

function toast(error: any) {
  if (error.name === "BizError") {
    const { errorMessage, errorCode, showType } = error.info as Partial<ResponseStructure>;
    if (showType === ErrorShowType.SILENT) return;
    if (showType === ErrorShowType.WARN_MESSAGE) message.warning(errorMessage);
    else if (showType === ErrorShowType.NOTIFICATION)
      notification.open({ description: errorMessage, message: errorCode });
    else message.error(errorMessage);
  } else if (error.response) {
    message.error(`Response status:${error.response.status}`);
  } else if (error.request) {
    message.error("None response! Please retry.");
  } else {
    message.error("Request error, please retry.");
  }
}
