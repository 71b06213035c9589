using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using NodaTime;
using Unisson.Bot.Calls;
using Unisson.Bot.Commoners;
using Unisson.Bot.Communities;
using Unisson.Bot.Files;
using Unisson.Bot.Kernel;
using Unisson.Bot.Storage;

namespace Unisson.Bot.Deliveries;

/// <summary>
/// The path of everything a person does, from any door: read it, find who it is, check the inbox, check standing, run the command, and commit
/// state, outbox and answer together (rule 16). Faults end here, as one calm sentence.
/// </summary>
public sealed partial class Dispatcher(Store store, Catalogue catalogue, TimeProvider time, HostSettings settings, ILogger<Dispatcher> logger)
{
    /// <summary>A network door says what it lacks before it can post in a channel.</summary>
    public Func<string, IReadOnlyList<string>>? LackedIn { get; set; }

    /// <summary>Answers once what it says is stored.</summary>
    /// <exception cref="StorageException">The data file is in trouble; nothing was stored.</exception>
    public async Task<Answer> HandleAsync(Incoming incoming, long communityId, CancellationToken ct)
    {
        incoming = incoming.WithPlainNames();
        try
        {
            var typed = await WithFileAsync(await ReadAsync(incoming, communityId, ct), incoming, communityId, ct);
            if (typed.Refusal is null && typed.Line?.Spec.Reads == true)
            {
                await using var db = store.Read();
                if (await Callers.FindAsync(db, incoming, communityId, incoming.Locale ?? typed.Line.Tells, ct) is { } caller && (incoming.Manages is not { } manages || (manages == caller.IsAdmin && caller.IsMember)))
                {
                    var done = await RunAsync(db, typed.Line.Spec, typed.Line.Command, caller, ct);
                    if (!db.ChangeTracker.HasChanges())
                    {
                        var reply = Answered(done, caller, out var refused);
                        return new Answer(Keeps(refused, incoming) ? await store.Writer.WriteAsync(scope => WithGesturesAsync(scope.Db, reply, refused!, caller, ct)) : reply, caller.PersonId);
                    }
                }
            }

            return await store.Writer.WriteAsync(scope => WriteAsync(scope, incoming, communityId, typed, ct));
        }
        catch (Exception error) when (error is not OperationCanceledException && StorageException.From(error, store.Path) is null)
        {
            var id = $"E-{RandomNumberGenerator.GetHexString(6)}";
            LogUnexpected(error, id);
            return new Answer(new Reply(Say.In(await LanguageAsync(incoming, communityId, ct))["error.unexpected", id]) { Refused = "error.unexpected" }, null);
        }
    }

    private sealed record Typed(LineReader.Line? Line, Refusal? Refusal, string? Direct);

    private async Task<Typed> ReadAsync(Incoming incoming, long communityId, CancellationToken ct)
    {
        if (incoming.Command is { } command)
        {
            var read = new LineReader.Line(catalogue[command.Path], command, null);
            return Cleaned(command).Refused(out var unseen, out var seen) ? new Typed(read, unseen, null) : new Typed(read with { Command = seen }, null, null);
        }

        if (incoming.Text is not { } text)
        {
            return new Typed(null, null, null);
        }

        if (Cleaning.Clean(text.Trim()).Refused(out var refusal, out var clean))
        {
            return new Typed(null, refusal, null);
        }

        var isCommand = clean.StartsWith('/');
        var typed = isCommand ? clean[1..] : clean;
        var found = catalogue.Find(typed.Split((char[]?)null, 4, StringSplitOptions.RemoveEmptyEntries), out _);

        // What is written in private needs no sign before it: there, the words of a command are one.
        if (!isCommand && (found is null || DirectText.Knows(clean)))
        {
            return new Typed(null, null, clean);
        }

        var say = new Say(found?.Tells ?? await LanguageAsync(incoming, communityId, ct), DateTimeZone.Utc, time.GetUtcNow());
        return LineReader.Read(typed, catalogue, say).Refused(out refusal, out var line) ? new Typed(null, refusal, null) : new Typed(Completed(line, incoming.Known), null, null);
    }

    /// <summary>With what the network knows, where the line says nothing of it and nobody would refuse it.</summary>
    private static LineReader.Line Completed(LineReader.Line line, IReadOnlyDictionary<string, string> known)
        => known.Where(k => !line.Command.Values.ContainsKey(k.Key)).Aggregate(line, (l, k) => Cleaning.Clean(k.Value).Refused(out _, out var clean) ? l : l with { Command = l.Command.With(k.Key, clean) });

    /// <summary>Values that came one by one are held to what a typed line is.</summary>
    private static Result<CommandLine> Cleaned(CommandLine command)
    {
        var values = new Dictionary<string, string>(command.Values.Count, StringComparer.Ordinal);
        foreach (var (name, value) in command.Values)
        {
            if (Cleaning.Clean(value.ReplaceLineEndings("\n")).Refused(out var refusal, out var clean))
            {
                return refusal;
            }

            values[name] = clean;
        }

        return command with { Values = values };
    }

    private async Task<Answer> WriteAsync(WriteScope scope, Incoming incoming, long communityId, Typed typed, CancellationToken ct)
    {
        if (await scope.Db.SeenAsync(incoming.Door, incoming.Key, ct) is { } seen)
        {
            var before = seen.Reply is null ? new Reply(Say.In(Language.English)["inbox.old"]) : JsonSerializer.Deserialize(seen.Reply, KernelJson.Default.Reply)!;
            return new Answer(catalogue.Shown(before), seen.PersonId) { IsStored = true };
        }

        var caller = await CallerAsync(scope.Db, incoming, communityId, typed.Line?.Tells, ct);
        var done = await ReadAndRunAsync(scope.Db, incoming, typed, caller, ct);
        var reply = Answered(done, caller, out var refused);
        if (done.Refused(out _, out _))
        {
            scope.StartOver();
            caller = await CallerAsync(scope.Db, incoming, communityId, typed.Line?.Tells, ct);
        }

        if (Keeps(refused, incoming))
        {
            reply = await WithGesturesAsync(scope.Db, reply, refused!, caller, ct);
        }
        else if (reply.Refused is { } code && !code.StartsWith("standing.", StringComparison.Ordinal) && incoming.IsForm && typed.Line is { Spec.Form.Count: > 0 } form)
        {
            reply = reply with { Fill = await KeepFormAsync(scope.Db, incoming.Draft, form.Command, caller, ct) };
        }

        var row = new InboxRow
        {
            Door = incoming.Door,
            Key = incoming.Key,
            PersonId = caller.PersonId,
            At = time.GetUtcNow(),
            Reply = JsonSerializer.Serialize(reply.ToKeep(), KernelJson.Default.Reply),
            Way = incoming.Way,
        };
        await scope.Db.SaveChangesAsync(ct);
        await scope.Db.RememberAsync(row, ct);
        return new Answer(reply, caller.PersonId) { IsStored = true };
    }

    private async Task<Caller> CallerAsync(BotDb db, Incoming incoming, long communityId, Language? typed, CancellationToken ct)
    {
        var tells = incoming.Locale ?? typed;
        var caller = await Callers.FindAsync(db, incoming, communityId, tells, ct);
        if (caller is null)
        {
            await Callers.WelcomeAsync(db, incoming, communityId, time.GetUtcNow(), ct);
            caller = (await Callers.FindAsync(db, incoming, communityId, tells, ct))!;
        }

        if (tells is not null && tells != caller.LanguageGuess)
        {
            await db.People.Where(p => p.Id == caller.PersonId).ExecuteUpdateAsync(u => u.SetProperty(p => p.LanguageGuess, tells), ct);
        }

        await Callers.MeetAsync(db, incoming.Door, incoming.Names, communityId, time.GetUtcNow(), ct);
        return await Callers.AsTheNetworkSaysAsync(db, caller, incoming.Manages, ct);
    }

    private async Task<Result<Reply>> ReadAndRunAsync(BotDb db, Incoming incoming, Typed typed, Caller caller, CancellationToken ct)
    {
        if (typed.Refusal is not null)
        {
            return typed.Refusal;
        }

        if (incoming.Action is { } code)
        {
            return await TapAsync(db, code, caller, ct);
        }

        if (incoming.Draft is { } draft)
        {
            return await Drafts.FilledAsync(db, caller, draft, typed.Line!.Command, time.GetUtcNow(), ct) is { } filled
                ? await RunAsync(db, typed.Line.Spec, filled, caller, ct)
                : new Refusal("form.gone", typed.Line.Spec.Write(typed.Line.Command, caller.Language));
        }

        if (typed.Direct is not { } direct)
        {
            return await RunAsync(db, typed.Line!.Spec, typed.Line.Command, caller, ct);
        }

        if ((await DirectText.ReadAsync(db, caller, direct, ct)).Refused(out var refusal, out var meant))
        {
            return refusal;
        }

        return meant.Line switch
        {
            null => meant.Reply!,
            { } line when catalogue.Has(line.Path) => await RunAsync(db, catalogue[line.Path], line, caller, ct),
            _ => new Refusal("direct.unknown", direct),
        };
    }

    private async Task<Result<Reply>> TapAsync(BotDb db, string code, Caller caller, CancellationToken ct)
    {
        if (catalogue.Action(code) is not var (action, row))
        {
            return new Refusal("action.gone");
        }

        if (action.Over is { } over && await over(db, caller, row, time.GetUtcNow(), ct) is { } refusal)
        {
            return refusal;
        }

        if (await action.Line(db, caller, row, ct) is not { } line || !catalogue.Has(line.Path))
        {
            return new Refusal("action.gone");
        }

        if (!action.Edits)
        {
            return await RunAsync(db, catalogue[line.Path], line, caller, ct);
        }

        // A form is that of a draft, whatever the row of the gesture is.
        var draft = action == Drafts.Change ? row : await Drafts.KeepAsync(db, caller, line, time.GetUtcNow(), ct);
        var shown = await FindingPeople.ReadableAsync(db, caller, line, ct);
        return new Reply(new Say(caller.Language, caller.Zone, time.GetUtcNow())["draft.change"]) { Typed = catalogue[line.Path].Write(shown, caller.Language), Fill = draft };
    }

    /// <summary>Standing, then values, then the command: nothing is stored by half, because the caller of this keeps or undoes all of it.</summary>
    private async Task<Result<Reply>> RunAsync(BotDb db, CommandSpec spec, CommandLine line, Caller caller, CancellationToken ct)
    {
        var request = new Request(catalogue, spec, line, caller, db, time.GetUtcNow()) { Settings = settings, Read = store.Read, LackedIn = channel => LackedIn?.Invoke(channel) ?? [] };
        var unread = request.ReadOptions();
        if (await spec.Allow.Check(request, ct) is { } refused)
        {
            return refused;
        }

        if (unread is not null)
        {
            return unread;
        }

        return await spec.Run(request, ct);
    }

    /// <summary>Whether a refusal offers gestures: one for each reading at every door, one for the line that mends it where there are forms.</summary>
    private static bool Keeps(Refusal? refused, Incoming incoming) => refused?.Mend is not null && (refused.Readings.Count > 0 || incoming.HasForms);

    /// <param name="refusal">Why not, with the lines that mend it as far as there are such commands.</param>
    private Reply Answered(Result<Reply> done, Caller caller, out Refusal? refusal)
    {
        if (!done.Refused(out refusal, out var reply))
        {
            return catalogue.Shown(reply);
        }

        var say = new Say(caller.Language, caller.Zone, time.GetUtcNow());
        var mend = refusal.Mend is { } line && catalogue.Has(line.Path) ? line : null;
        refusal = refusal with { Mend = mend };
        return new Reply(say[refusal.Code, refusal.Args]) { Typed = mend is null ? null : catalogue[mend.Path].Write(mend, caller.Language), Refused = refusal.Code };
    }

    private async Task<Reply> WithGesturesAsync(BotDb db, Reply reply, Refusal refused, Caller caller, CancellationToken ct)
    {
        var mend = refused.Mend!;
        if (refused.Readings.Count == 0 || mend.Blanks.ToList() is not [var blank])
        {
            return await WithFormAsync(db, reply, mend, caller, ct);
        }

        var drafts = await Drafts.KeepAsync(db, caller, refused.Readings.Select(r => mend.With(blank, r.Value)), time.GetUtcNow(), ct);
        return reply with { Typed = null, Actions = [.. refused.Readings.Zip(drafts, (reading, draft) => Drafts.Send.On(draft, reading.Label.Cut(80)))] };
    }

    /// <summary>Keeps the line that mends, so that a gesture can open it as a form, or run it where nothing is left to say.</summary>
    private async Task<Reply> WithFormAsync(BotDb db, Reply reply, CommandLine mend, Caller caller, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var draft = await Drafts.KeepAsync(db, caller, mend, now, ct);
        return mend.Blanks.Any()
            ? reply with { Fill = draft }
            : reply with { Typed = null, Actions = [Drafts.Send.On(draft, reply.Typed!.Cut(80))] };
    }

    /// <summary>A form is gone once it was sent: what was filled in is kept, whatever was wrong with it (rule 17).</summary>
    private async Task<long> KeepFormAsync(BotDb db, long? draft, CommandLine form, Caller caller, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var filled = draft is { } begun ? await Drafts.FilledAsync(db, caller, begun, form, now, ct) : null;
        return await Drafts.KeepAsync(db, caller, filled ?? form, now, ct);
    }

    private async Task<Language> LanguageAsync(Incoming incoming, long communityId, CancellationToken ct)
    {
        await using var db = store.Read();
        return await Callers.FindAsync(db, incoming, communityId, incoming.Locale, ct) is { } caller
            ? caller.Language
            : incoming.Locale ?? await db.Communities.Where(c => c.Id == communityId).Select(c => c.Language).FirstOrDefaultAsync(ct);
    }

    [LoggerMessage(LogLevel.Error, "Unexpected error {Id}")]
    private partial void LogUnexpected(Exception error, string id);
}
