import { PageContainer, ProCard, ProDescriptions } from "@ant-design/pro-components";
import { useRequest } from "@umijs/max";
import { ErrorNotice } from "tencent-error-kit";
import { queryProfile } from "@/services/api";

export default function Profile() {
  const profile = useRequest(queryProfile);
  return (
    <PageContainer>
      <ProCard loading={profile.loading}>
        <ErrorNotice error={profile} />
        {profile.data ? (
          <ProDescriptions column={1} dataSource={profile.data}>
            <ProDescriptions.Item label="昵称" dataIndex="nickname" />
            <ProDescriptions.Item label="性别" dataIndex="gender" />
          </ProDescriptions>
        ) : null}
      </ProCard>
    </PageContainer>
  );
}
