using Unisson.Bot.Benchmarks;
using Unisson.Bot.Benchmarks.Simulation;

#pragma warning disable RS0030 // This program is spoken to by developers on a console.
Action<string> print = Console.WriteLine;
#pragma warning restore RS0030

var number = (string name, int otherwise) => args.SkipWhile(a => a != name).Skip(1).Select(int.Parse).FirstOrDefault(otherwise);
var count = (int otherwise) => args.Skip(1).Select(int.Parse).FirstOrDefault(otherwise);
switch (args.FirstOrDefault())
{
    case "ledger":
        await LedgerBench.RunAsync(print, number("--commands", 20_000), number("--lines", 1_000_000));
        return 0;
    case "ledger-reads":
        await LedgerReadsBench.RunAsync(print, number("--lines", 1_000_000));
        return 0;
    case "reminders":
        await RemindersBench.RunAsync(print, number("--pending", 1_000_000));
        return 0;
    case "scale":
        await ScaleBench.RunAsync(print, number("--people", 100_000), number("--commons", 10_000), number("--rounds", 40));
        return 0;
    case "start" when args.Length > 1:
        await StartBench.RunAsync(print, args[1], number("--rounds", 7));
        return 0;
    case "kills":
        return await KillsBench.RunAsync(print, count(1000));
    case "lines":
        return await LinesBench.RunAsync(print, count(1_000_000));
    case "calls":
        return CallsBench.Run(print, args.AsSpan(1));
    case "dates" when args.Length > 1:
        return DatesBench.Run(print, args[1]);
    default:
        print("Benchmarks: ledger [--commands 20000] [--lines 1000000], ledger-reads [--lines 1000000], reminders [--pending 1000000], scale [--people 100000] [--commons 10000] [--rounds 40], start PUBLISHED/Unisson.Bot.dll [--rounds 7], kills [1000], lines [1000000], calls [--scenario base,busy|all] [--policies topup,lrc,everyone,everyone_ok,clairvoyant] [--seeds 1-12] [--set P=45 ...] [--offers 0.5] [--cut 512] [--json FILE], calls golden [--file PATH], dates FILE.tsv. Run them with -c Release on a quiet machine; compare numbers of one run only.");
        return 64;
}
