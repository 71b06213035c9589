using Microsoft.EntityFrameworkCore;
using Unisson.Bot.Commoners;
using Unisson.Bot.Deliveries;
using Unisson.Bot.Kernel;

namespace Unisson.Bot.Links;

/// <summary>
/// <c>/my link</c>: one person with several accounts, so that they are asked once and their caps count over all of them. Alone it gives a code;
/// with the code, typed on the other account, it asks the first for its yes.
/// </summary>
public static class MyLink
{
    public static CommandSpec Spec { get; } = new(Groups.My, new("link", "relier"))
    {
        Allow = Allow.Anyone,
        Options = [LinkCodes.Option],
        Positions = (_, _) => [LinkCodes.Option],
        Run = RunAsync,
    };

    private static async Task<Result<Reply>> RunAsync(Request r, CancellationToken ct)
    {
        if (!r.Given(LinkCodes.Option, out var typed))
        {
            var made = await LinkCodes.MakeAsync(r, isOfCommunity: false, ct);
            return new Reply(r.Say["link.code", made.Shown]) { Lines = [r.Say["link.mine-how", Line(r, made)], r.Say["link.confirm-here"]] };
        }

        var (code, refused) = await LinkCodes.TypedAsync(r, typed, isOfCommunity: false, ct);
        if (code is null)
        {
            return refused!;
        }

        return code.PersonId != r.Caller.PersonId ? await ClaimAsync(r, code, ct)
            : code.OtherPersonId is { } other ? await JoinAsync(r, code, other, ct)
            : new Refusal("link.nobody-yet", Line(r, code));
    }

    private static async Task<Reply> ClaimAsync(Request r, LinkCode code, CancellationToken ct)
    {
        code.OtherPersonId = r.Caller.PersonId;
        var say = await Outbox.SayToAsync(r.Db, code.PersonId, code.CommunityId, r.Now, ct);
        var message = new Reply(say["link.mine-ask"])
        {
            Lines = [say["link.mine-account", await AccountsAsync(r, r.Caller.PersonId, ct)], say["link.mine-warning"]],
            Actions = [LinkActions.Mine.On(code.Id, say)],
            Loudness = Loudness.Ping,
        };
        await Outbox.ToPersonAsync(r.Db, code.CommunityId, code.PersonId, $"link:{code.Id}", message, r.Now, notBefore: r.Now, askId: null, ct);
        return new Reply(r.Say["link.mine-asked"]) { Lines = [r.Say["link.mine-or", Line(r, code)]] };
    }

    private static async Task<Result<Reply>> JoinAsync(Request r, LinkCode code, long other, CancellationToken ct)
    {
        if (await JoiningPeople.RefusedAsync(r.Db, r.Caller.PersonId, other, ct) is { } refusal)
        {
            return refusal;
        }

        r.Db.LinkCodes.Remove(code);
        await JoiningPeople.JoinAsync(r.Db, r.Caller.PersonId, other, r.Now, ct);
        return new Reply(r.Say["link.mine-done", await AccountsAsync(r, r.Caller.PersonId, ct)])
        {
            Lines = [r.Say["link.mine-after"], .. NetworkChoices.IsNetwork(r.Caller.Door) ? [Prefer(r)] : Array.Empty<string>()],
        };
    }

    private static async Task<List<string>> AccountsAsync(Request r, long person, CancellationToken ct)
    {
        var accounts = await r.Db.Accounts.Where(a => a.PersonId == person).OrderBy(a => a.Id).ToListAsync(ct);
        return accounts.ConvertAll(a => NetworkChoices.Shown(a, r.Say));
    }

    private static string Prefer(Request r) => r.Say["link.mine-prefer", r.Catalogue["my settings"].Write(new CommandLine("my settings", ("door", r.Caller.Door)), r.Say.Language)];

    private static string Line(Request r, LinkCode code) => r.Spec.Write(new CommandLine(r.Spec.Path, ("code", code.Shown)), r.Say.Language);
}
