import { openInstallation } from '../installation.ts';
import { type AuditFaultKind, isAuditHead, verifyAudit } from '../services/audit.ts';
import { runCommand } from './terminal.ts';

const usage = 'tiendo audit verify [HEAD] [--data DIR | --database-url URL]';

const words: Record<AuditFaultKind, { vi: string; en: string }> = {
  altered: { vi: 'đã bị sửa sau khi ghi', en: 'altered after it was recorded' },
  removed: { vi: 'đã bị xóa', en: 'removed' },
  unsealed: { vi: 'được thêm mà không qua chương trình', en: 'added past the program' },
  gap: { vi: 'trước chỗ này có dấu niêm bị xóa', en: 'seals before this place are gone' },
  head: { vi: 'không còn dấu niêm đã ghi lại trước đây', en: 'the head noted earlier is not there' },
};

export const auditLog = (args: string[]): Promise<number> =>
  runCommand(args, {
    usage,
    vi: 'Kiểm tra nhật ký: không việc nào đã ghi bị xóa hay sửa. HEAD là dòng đầu chuỗi đã in ra lần trước và cất ngoài cơ sở dữ liệu.',
    en: 'Checks the audit log: nothing recorded was removed or altered. HEAD is what an earlier run printed, kept outside of the database.',
    run: async (config, [verb, noted, ...more]) => {
      if (verb !== 'verify' || more.length > 0 || (noted !== undefined && !isAuditHead(noted))) {
        process.stderr.write(`${usage}\n`);
        return 2;
      }
      const installation = await openInstallation(config);
      try {
        const { actions, head, faults } = await verifyAudit(installation, noted);
        for (const { kind, position, actionId } of faults) {
          const place = [position !== null && `#${position}`, actionId !== null && `action ${actionId}`];
          process.stdout.write(`${place.filter(Boolean).join(', ')}: ${words[kind].vi} / ${words[kind].en}\n`);
        }
        process.stdout.write(
          faults.length === 0
            ? `Nhật ký nguyên vẹn, ${actions} việc. / The log is whole, ${actions} actions.\nHEAD ${head ?? '-'}\n`
            : `Nhật ký KHÔNG nguyên vẹn. / The log is NOT whole.\n`,
        );
        return faults.length === 0 ? 0 : 1;
      } finally {
        await installation.close();
      }
    },
  });
