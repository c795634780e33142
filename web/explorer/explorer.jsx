/** GraphiQL with two fields above it: the token to sign in with, and the purpose of what is asked. */
import { GraphiQL } from 'graphiql';
import { useMemo, useState } from 'react';
import { createRoot } from 'react-dom/client';
import 'graphiql/graphiql.css';
import './explorer.css';

const PURPOSES = [
  ['', '未说明用途 none (masked)'],
  ['discovery', '主动发现 discovery'],
  ['casework', '个案办理 casework'],
  ['verification', '核对认定 verification'],
  ['service-delivery', '服务提供 service-delivery'],
  ['statistics', '统计 statistics'],
  ['audit', '审计 audit'],
  ['data-quality', '数据质量 data-quality'],
  ['operations', '数据运营 operations'],
];

const WELCOME = `# 万家 Wanjia
# 1. npx wanjia token --as district-officer
# 2. Paste the token above and choose a purpose it holds, such as verification.
# 3. Run an operation.

query Feeds {
  feeds {
    agency
    recordType
    dataAsOf
    freshness
  }
}
`;

/** The token is kept for this tab only. */
function useKept(name) {
  const [value, setValue] = useState(() => sessionStorage.getItem(name) ?? '');
  const keep = (next) => {
    sessionStorage.setItem(name, next);
    setValue(next);
  };
  return [value, keep];
}

function createFetcher(token, purpose) {
  return async (request, options) => {
    const headers = { 'content-type': 'application/json', ...options?.headers };
    if (token) headers.authorization = `Bearer ${token.trim()}`;
    if (purpose) headers['wanjia-purpose'] = purpose;
    const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify(request) });
    return response.json();
  };
}

function Explorer() {
  const [token, setToken] = useKept('wanjia-token');
  const [purpose, setPurpose] = useKept('wanjia-purpose');
  const fetcher = useMemo(() => createFetcher(token, purpose), [token, purpose]);
  return (
    <div className="wanjia">
      <header className="wanjia-bar">
        <strong>万家 Wanjia</strong>
        <label>
          令牌 Token
          <input
            type="password"
            autoComplete="off"
            placeholder="npx wanjia token --as district-officer"
            value={token}
            onChange={(event) => setToken(event.target.value)}
          />
        </label>
        <label>
          用途 Purpose
          <select value={purpose} onChange={(event) => setPurpose(event.target.value)}>
            {PURPOSES.map(([value, label]) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </header>
      <div className="wanjia-editor">
        <GraphiQL key={token} fetcher={fetcher} defaultQuery={WELCOME} shouldPersistHeaders={false} />
      </div>
    </div>
  );
}

createRoot(document.getElementById('explorer')).render(<Explorer />);
