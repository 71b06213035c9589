using Unisson.Bot.Files;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Deliveries;

/// <summary>Files that come with a command: fetched by the door before the transaction that the command runs in, and for those only who may give the command.</summary>
public sealed partial class Dispatcher
{
    private async Task<Typed> WithFileAsync(Typed typed, Incoming incoming, long communityId, CancellationToken ct)
    {
        if (typed is not { Refusal: null, Line: { } line } || incoming.FetchAsync is not { } fetch || line.Spec.Options.OfType<Option<KeptFile>>().FirstOrDefault() is not { } option)
        {
            return typed;
        }

        var named = line.Command.Values.GetValueOrDefault(option.Name.English);
        if (named == CommandLine.Blank || (named is not null && KeptFile.In(named) is not null) || !await MayAsync(line, incoming, communityId, ct) || await fetch(named, ct) is not { } fetched)
        {
            return typed;
        }

        if (fetched.Refused(out var refusal, out var file) || (refusal = TooLarge(file)) is not null)
        {
            return typed with { Refusal = refusal with { Mend = line.Command.With(option.Name.English, CommandLine.Blank) } };
        }

        var kept = await store.Writer.WriteAsync(async scope => await GivenFiles.KeepAsync(scope.Db, await CallerAsync(scope.Db, incoming, communityId, line.Tells, ct), file, time.GetUtcNow(), ct));
        return typed with { Line = line with { Command = line.Command.With(option.Name.English, kept.ToString()) } };
    }

    private static Refusal? TooLarge(GivenFile file) => file.Bytes.Length > GivenFile.Largest ? new Refusal("file.too-large", file.Name.Cut(60)) : null;

    private Task<bool> MayAsync(LineReader.Line line, Incoming incoming, long communityId, CancellationToken ct) => store.Writer.WriteAsync(async scope =>
    {
        var caller = await CallerAsync(scope.Db, incoming, communityId, line.Tells, ct);
        return await line.Spec.Allow.Check(new Request(catalogue, line.Spec, line.Command, caller, scope.Db, time.GetUtcNow()) { Settings = settings }, ct) is null;
    });
}
