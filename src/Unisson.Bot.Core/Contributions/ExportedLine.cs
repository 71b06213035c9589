using System.Text.Json;
using System.Text.Json.Serialization;

namespace Unisson.Bot.Contributions;

/// <summary>A line of the ledger as it leaves the community (docs/ledger.md, "The files of an export").</summary>
internal sealed record ExportedLine
{
    /// <summary>12 of L12.</summary>
    public required int Number { get; init; }

    public required LineKind Kind { get; init; }

    /// <summary>The line that a witness, correction or withdrawal is about.</summary>
    public int? About { get; init; }

    /// <summary>When it was written, in UTC.</summary>
    public required DateTimeOffset Written { get; init; }

    /// <summary>The day it was given.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The common's short name.</summary>
    public required string Common { get; init; }

    public required string CommonName { get; init; }

    /// <summary>M12; null where there is none and where it is private.</summary>
    public string? Mission { get; init; }

    public string? MissionTitle { get; init; }

    public required ContributionKind Contribution { get; init; }

    /// <summary>Minutes; of a correction or withdrawal the difference.</summary>
    public long? Minutes { get; init; }

    /// <summary>Euro cents; of a correction or withdrawal the difference.</summary>
    public long? Cents { get; init; }

    /// <summary>What it was, or the reason of a withdrawal; null once it was forgotten.</summary>
    public string? What { get; init; }

    public string? Link { get; init; }

    /// <summary>Whose contribution it is, with that person's consent and where no money is.</summary>
    public string? Name { get; init; }

    /// <summary>Its words were forgotten at a person's wish.</summary>
    public required bool Forgotten { get; init; }

    /// <summary>Its hash, 64 hexadecimal figures.</summary>
    public required string Hash { get; init; }
}

/// <summary>What an export says of itself.</summary>
/// <param name="Format">Its version.</param>
internal sealed record ExportHead(string Format, DateTimeOffset Written);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, Converters = [typeof(LineKindWords), typeof(ContributionKindWords)])]
[JsonSerializable(typeof(ExportedLine))]
[JsonSerializable(typeof(ExportHead))]
internal sealed partial class ExportJson : JsonSerializerContext;

/// <summary><c>line</c>, <c>witness</c>, …, as in the hash.</summary>
internal sealed class LineKindWords() : JsonStringEnumConverter<LineKind>(JsonNamingPolicy.SnakeCaseLower);

/// <summary><c>time</c>, <c>money</c>, …, as in the hash.</summary>
internal sealed class ContributionKindWords() : JsonStringEnumConverter<ContributionKind>(JsonNamingPolicy.SnakeCaseLower);
