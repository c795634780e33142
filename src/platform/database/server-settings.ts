import { statfsSync } from 'node:fs';
import { totalmem } from 'node:os';

const MB = 1024 * 1024;
/** Room for the indexes of a million people, which a load writes all over; what is not used is not taken. */
const MOST_BUFFERS = 2048;

/** How the embedded server is set up: for bulk loading and analysis on a machine it shares with the hub. */
export function serverSettings(port: number, durable: boolean): Record<string, string | number> {
  const memory = totalmem() / MB;
  return {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: `${Math.floor(Math.min(MOST_BUFFERS, Math.max(64, memory / 8)))}MB`,
    work_mem: memory < 4096 ? '16MB' : '64MB',
    maintenance_work_mem: memory < 4096 ? '64MB' : '256MB',
    max_wal_size: '4GB',
    checkpoint_timeout: '15min',
    wal_level: 'replica',
    random_page_cost: 1.1,
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    // Statements and details of errors hold personal values; the log must not.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    // A statement whose process was killed ends too, instead of holding its locks.
    client_connection_check_interval: '1s',
    dynamic_shared_memory_type: sharedMemoryType(),
    synchronous_commit: durable ? 'on' : 'off',
    fsync: durable ? 'on' : 'off',
    full_page_writes: durable ? 'on' : 'off',
  };
}

/** Containers often have a /dev/shm too small for a parallel query. */
function sharedMemoryType(): string {
  if (process.platform === 'win32') return 'windows';
  if (process.platform !== 'linux') return 'posix';
  try {
    const { bavail, bsize } = statfsSync('/dev/shm');
    return bavail * bsize >= 256 * MB ? 'posix' : 'mmap';
  } catch {
    return 'mmap';
  }
}
