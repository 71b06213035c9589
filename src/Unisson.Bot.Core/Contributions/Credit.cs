using Unisson.Bot.Commoners;
using Unisson.Bot.Kernel;
using Fields = Unisson.Bot.Contributions.ContributionFields;

namespace Unisson.Bot.Contributions;

/// <summary>Whose contribution it is.</summary>
/// <param name="PersonId">A member; null for somebody without account.</param>
/// <param name="Name">Of somebody without account, or "a person".</param>
/// <param name="Called">As the line calls them.</param>
/// <param name="Asks">The other member whose yes it needs, if any.</param>
internal sealed record Credit(long? PersonId, string? Name, string Called, Person? Asks)
{
    /// <summary>The caller's own, unless somebody is named. Refusals: <c>contribution.person-and-name</c>, <c>contribution.name-of-member</c>, <c>person.unknown</c>, <c>person.ambiguous</c>.</summary>
    public static async Task<Result<Credit>> ReadAsync(Request r, CancellationToken ct)
    {
        var (person, name) = (r.Text(Fields.Person), r.Text(Fields.Name));
        if (person is not null && name is not null)
        {
            return new Refusal("contribution.person-and-name", person, name);
        }

        if (person is not null)
        {
            return (await r.PersonAsync(person, ct)).Refused(out var refusal, out var found) ? refusal : Member(r, found);
        }

        if (name is null)
        {
            return new Credit(r.Caller.PersonId, null, r.Caller.Name, null);
        }

        // A member's name cannot stand in for their yes.
        if (!(await r.PersonAsync(name, ct)).Refused(out var none, out var member))
        {
            return new Refusal("contribution.name-of-member", member.Name) { Mend = AsPerson(r.Line, name) };
        }

        if (none.Code == "person.ambiguous")
        {
            return none with { Mend = AsPerson(r.Line, CommandLine.Blank) };
        }

        name = await WithoutAccount.SpelledAsync(r.Db, r.Caller.CommunityId, Subject.OneLine(name), ct);
        return new Credit(null, name, name, null);
    }

    private static Credit Member(Request r, Person found)
        => found.Id == r.Caller.PersonId ? new Credit(found.Id, null, found.Name, null) : new Credit(found.Id, null, found.Name, found);

    private static CommandLine AsPerson(CommandLine line, string name)
        => line with { Values = line.Values.Where(v => v.Key != "name").Append(new("person", name)).ToDictionary(StringComparer.Ordinal) };
}
