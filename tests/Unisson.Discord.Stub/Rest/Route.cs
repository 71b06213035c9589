namespace Unisson.Discord.Stub.Rest;

/// <summary>A method and path of Discord.</summary>
/// <param name="Template">As in the documentation, its variables in braces.</param>
/// <param name="Handle">Runs under the world's lock; none for what Discord has and the stub does not play.</param>
internal sealed record Route(string Method, string Template, Func<RestCall, RestAnswer>? Handle)
{
    /// <summary>Method and template, as tests name a route.</summary>
    public string Name { get; } = $"{Method} {Template}";

    public string[] Segments { get; } = Template.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>As Discord's file declares it, where that is at hand.</summary>
    public Schema.Operation? Operation { get; init; }

    /// <summary>What answers an interaction carries its right in the path; all else needs the bot's token.</summary>
    public bool Open => Segments is ["interactions", ..] or ["webhooks", _, _, ..];
}
