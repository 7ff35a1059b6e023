/** A score as it stands in lists: 1 and 2 marked, a blank as a dash. */
export function ScoreTag({ score }: { score: number | null }) {
  if (score === null) return <span className="quiet">–</span>
  return <span className={score <= 2 ? 'score-low' : ''}>{score}</span>
}
